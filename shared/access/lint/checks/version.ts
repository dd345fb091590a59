import type { LintCheck } from '../linted-policy.ts';

/** A document without the current version is read by the rules of 2008, in which variables are plain text. */
export const version: LintCheck = {
  id: 'version',
  *run({ document }) {
    const { Version: given } = document;
    if (given !== undefined && given !== '2008-10-17') return;
    yield {
      severity: 'warning',
      path: 'Version',
      message:
        given === undefined
          ? 'The document names no Version, so AWS reads it as of 2008-10-17.'
          : 'The document is of 2008-10-17, the older version of the policy language.',
      remedy: 'Write "Version": "2012-10-17".',
    };
  },
};
