import type { PolicySet } from '../evaluate/request.ts';

/** Stands for all services: an Allow of `*`, or of everything but some. */
export const EVERY_SERVICE = '*';

const BEDROCK = /^bedrock(-|$)/;

/**
 * The services beside Bedrock that identity policies allow something of, by their IAM prefix, as `iam`
 * or `ec2`, in order; `*` alone where a statement allows all. Boundaries and SCPs may hold them back.
 */
export function servicesGranted({ identity }: Pick<PolicySet, 'identity'>): readonly string[] {
  const services = new Set<string>();
  for (const { policy } of identity) {
    for (const { effect, actions } of policy.statements) {
      if (effect !== 'Allow') continue;
      if (actions.except) return [EVERY_SERVICE];
      for (const pattern of actions.patterns) {
        const [prefix = ''] = pattern.toLowerCase().split(':', 1);
        if (prefix.startsWith('*')) return [EVERY_SERVICE];
        if (!BEDROCK.test(prefix)) services.add(prefix);
      }
    }
  }
  return [...services].sort();
}
