import { isUnderResourceControlPolicies, REFERENCE_SOURCE } from '../../data/service-reference.ts';
import type { LintCheck } from '../linted-policy.ts';

/** What RCPs cannot say. (AWS Organizations User Guide, "RCP syntax" and the services that support RCPs.) */
export const rcpElements: LintCheck = {
  id: 'rcp-elements',
  *run({ statements, kind }) {
    if (kind !== 'rcp') return;
    for (const { effect, actions, actionPath, principals, path } of statements) {
      if (effect === 'Allow') {
        yield {
          severity: 'error',
          path: `${path}.Effect`,
          message: 'An RCP of your own can only deny; Allow is for RCPFullAWSAccess.',
          remedy: 'Deny what is not wanted.',
        };
      }
      if (actions.except || principals?.except === true || principals?.everyone === false) {
        yield {
          severity: 'error',
          path: actions.except ? actionPath : `${path}.Principal`,
          message: 'RCPs know neither NotAction nor NotPrincipal, and no Principal but *.',
          remedy: 'Write "Principal": "*", and say in Condition by aws:PrincipalArn who is meant.',
        };
      }
      const services = new Set(actions.patterns.map((pattern) => pattern.split(':', 1)[0] ?? ''));
      const unprotected = [...services].filter(
        (service) => service.startsWith('bedrock') && !isUnderResourceControlPolicies(service),
      );
      if (unprotected.length > 0) {
        yield {
          severity: 'warning',
          path: actionPath,
          message: `AWS does not list ${unprotected.join(', ')} among the services whose resources RCPs protect (as of ${REFERENCE_SOURCE.updatedAt.slice(0, 10)}).`,
          remedy: 'Deny it in an SCP, or in a resource policy where the resource has one.',
        };
      }
    }
  },
};
