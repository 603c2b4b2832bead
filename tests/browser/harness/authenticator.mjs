// A passkey device inside the browser: the fingerprint reader of a phone, without the phone.

/**
 * Gives `page` a built-in authenticator (CTAP2, discoverable credentials, user verification) that says yes.
 * `refuse()` makes it fail to recognise its user, `accept()` mends that, `credentials()` lists what it holds,
 * `remove()` takes it away, as a lost phone does.
 */
export async function authenticator(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const verified = (isUserVerified) => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  return {
    accept: () => verified(true),
    refuse: () => verified(false),
    credentials: async () => (await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    remove: () => session.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
  };
}
