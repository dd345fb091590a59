import type { Day } from '../../../../shared/model/period.ts';
import type { WorldCaller } from './facts.ts';
import { accessKeyId, uniqueId } from './identifiers.ts';
import type { NetworkId, Principal } from './principal-templates.ts';
import type { Random } from './random.ts';

/** The ARN of a principal as IAM has it, with its path. */
export function iamArn(principal: Principal): string {
  const account = `arn:aws:iam::${principal.accountId}`;
  if (principal.kind === 'root') return `${account}:root`;
  const type = principal.kind === 'role' ? 'role' : 'user';
  return `${account}:${type}${principal.path}${principal.name}`;
}

/** Everybody who may call as a principal on one day: its sessions by their source identities. */
export function callersOn(principal: Principal, day: Day): readonly WorldCaller[] {
  const sessions = principal.sessions.length === 0 ? [null] : principal.sessions;
  const callers = sessions.map((session) => callerOf(principal, session, day));
  const { sourceIdentities = [] } = principal;
  if (sourceIdentities.length === 0) return callers;
  return callers.flatMap((caller) =>
    sourceIdentities.map((sourceIdentity) => ({
      ...caller,
      sourceIdentity,
      accessKeyId: accessKeyId(
        'ASIA',
        `${caller.arn}/${caller.sessionName}/${sourceIdentity}/${day}`,
      ),
    })),
  );
}

/** The caller as CloudTrail tells it: one session of a role on one day, or a user with its key. */
export function callerOf(principal: Principal, session: string | null, day: Day): WorldCaller {
  const arn = iamArn(principal);
  const held = principal.kind === 'role' ? session : null;
  return {
    kind: callerKind(principal),
    arn,
    principalId: principalId(principal, arn),
    accountId: principal.accountId,
    sessionName: held,
    sourceIdentity: null,
    accessKeyId: keyOf(principal, held === null ? arn : `${arn}/${held}/${day}`),
  };
}

/** First three numbers of a network's addresses, and the range of the fourth. */
const NETWORKS: Readonly<
  Record<Exclude<NetworkId, 'aws-service'>, readonly [subnet: string, low: number, high: number]>
> = {
  'platform-vpc': ['10.20.1', 4, 120],
  'science-vpc': ['10.40.0', 4, 60],
  'support-vpc': ['10.60.0', 4, 60],
  'office-us': ['198.51.100', 10, 14],
  'office-eu': ['198.51.100', 70, 72],
  'office-au': ['198.51.100', 130, 131],
  github: ['203.0.113', 4, 60],
};

/** An address of the network. Public ones are from the ranges reserved for documentation. */
export function sourceAddress(network: NetworkId, random: Random): string {
  if (network === 'aws-service') return 'bedrock.amazonaws.com';
  const [subnet, low, high] = NETWORKS[network];
  return `${subnet}.${random.integer(low, high)}`;
}

function callerKind(principal: Principal): WorldCaller['kind'] {
  if (principal.kind === 'role') return 'AssumedRole';
  return principal.kind === 'root' ? 'Root' : 'IAMUser';
}

function principalId(principal: Principal, arn: string): string {
  if (principal.kind === 'root') return principal.accountId;
  return uniqueId(principal.kind === 'role' ? 'AROA' : 'AIDA', arn);
}

function keyOf(principal: Principal, text: string): string {
  const kinds = { role: 'ASIA', root: 'ASIA', user: 'AKIA', 'api-key-user': 'ACCA' } as const;
  return accessKeyId(kinds[principal.kind], text);
}
