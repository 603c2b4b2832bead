// Collects what no page may do: errors of scripts, breaches of the Content-Security-Policy, requests to other places,
// missing resources.

/** Watches every page of `context`, now and later; the answer grows by one line per problem. */
export function watch(context, origin) {
  const problems = [];
  const note = (page, text) => problems.push(`${page.url()}: ${text}`);

  context.on('page', (page) => {
    page.on('pageerror', (error) => note(page, `script error: ${error.message}`));
    page.on('console', (message) => {
      // What the browser says about failed responses is judged below, where the page itself can be told apart.
      if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
      note(page, `console: ${message.text()}`);
    });
    page.on('request', (request) => {
      const { protocol, origin: asked } = new URL(request.url());
      if (protocol.startsWith('http') && asked !== origin) note(page, `request to another place: ${request.url()}`);
    });
    page.on('response', (response) => {
      if (response.status() < 400 || response.request().isNavigationRequest()) return;
      note(page, `${response.status()} for ${response.url()}`);
    });
    page.on('requestfailed', (request) => {
      const reason = request.failure()?.errorText ?? 'unknown';
      if (request.isNavigationRequest() || reason === 'net::ERR_ABORTED') return;
      note(page, `${reason} for ${request.url()}`);
    });
  });
  return problems;
}
