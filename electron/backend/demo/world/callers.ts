import type { Day } from '../../../../shared/model/period.ts';
import { iamId } from './identifiers.ts';
import type { NetworkId, Principal } from './principals.ts';
import type { Random } from './random.ts';
import type { WorldCaller } from './world.ts';

/** The ARN of a principal as IAM has it, with its path. */
export function iamArn(principal: Principal): string {
  const account = `arn:aws:iam::${principal.accountId}`;
  if (principal.kind === 'root') return `${account}:root`;
  const type = principal.kind === 'role' ? 'role' : 'user';
  return `${account}:${type}${principal.path}${principal.name}`;
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
    accessKeyId: accessKeyId(principal, held === null ? arn : `${arn}/${held}/${day}`),
  };
}

/** An address of the network. Public ones are from the ranges reserved for documentation. */
export function sourceAddress(network: NetworkId, random: Random): string {
  const host = random.integer(4, 60);
  const addresses = {
    'platform-vpc': `10.20.${random.integer(0, 3)}.${host}`,
    'science-vpc': `10.40.${random.integer(0, 1)}.${host}`,
    'support-vpc': `10.60.0.${host}`,
    'office-us': `198.51.100.${random.integer(10, 14)}`,
    'office-eu': `198.51.100.${random.integer(70, 72)}`,
    'office-au': `198.51.100.${random.integer(130, 131)}`,
    github: `203.0.113.${host}`,
    'aws-service': 'bedrock.amazonaws.com',
  } satisfies Record<NetworkId, string>;
  return addresses[network];
}

function callerKind(principal: Principal): WorldCaller['kind'] {
  if (principal.kind === 'role') return 'AssumedRole';
  return principal.kind === 'root' ? 'Root' : 'IAMUser';
}

function principalId(principal: Principal, arn: string): string {
  if (principal.kind === 'root') return principal.accountId;
  return iamId(principal.kind === 'role' ? 'AROA' : 'AIDA', arn);
}

function accessKeyId(principal: Principal, text: string): string {
  const kinds = { role: 'ASIA', root: 'ASIA', user: 'AKIA', 'api-key-user': 'ACCA' } as const;
  return iamId(kinds[principal.kind], text);
}
