// Debian's Chromium, and the two sizes at which every page is looked at.
import { chromium } from 'playwright-core';

/** A cheap phone, the first size every page is made for. */
export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

/** A computer in an office. */
export const DESKTOP = { viewport: { width: 1280, height: 900 } };

/** Starts Chromium without anything that would look for the network. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
