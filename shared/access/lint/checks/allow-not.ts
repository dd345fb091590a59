import type { LintCheck } from '../linted-policy.ts';

/** An Allow that grants everything save what it names. (IAM User Guide, "NotAction", "NotResource".) */
export const allowNot: LintCheck = {
  id: 'allow-not',
  *run({ statements, kind }) {
    for (const { effect, actions, resources, actionPath, resourcePath } of statements) {
      if (effect === 'Deny' || kind === 'scp') continue;
      if (actions.except) {
        yield {
          severity: 'warning',
          path: actionPath,
          message:
            'Allow with NotAction grants every action of every service save those named, new ones too.',
          remedy: 'Name what is allowed in Action.',
        };
      }
      if (resources?.except === true) {
        yield {
          severity: 'warning',
          path: resourcePath,
          message: 'Allow with NotResource grants the actions on everything save what is named.',
          remedy:
            'Name what is allowed in Resource, or deny the exceptions in a statement of their own.',
        };
      }
    }
  },
};
