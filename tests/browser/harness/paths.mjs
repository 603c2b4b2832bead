import path from 'node:path';

/** The top of the repository. */
export const repository = path.resolve(import.meta.dirname, '../../..');

/** Where pictures go; never tracked. */
export const results = path.join(repository, 'test-results');
