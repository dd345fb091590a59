import type { ApiKeyRow, ApiKeysAnswer } from '../../../../shared/api/access-answers.ts';
import { countOf, exactCount } from '../../../format.ts';

/** The keys in a sentence: how many, how many never expire, how many were never seen used. */
export function keysHeadline({ keys }: ApiKeysAnswer): string {
  if (keys.length === 0) return 'No Bedrock API key was found.';
  const active = keys.filter(({ status }) => status === 'Active');
  const forever = active.filter(({ neverExpires }) => neverExpires).length;
  const unused = active.filter(({ lastUsedAt, calls }) => lastUsedAt === null && calls === 0);
  const parts = [
    ...(forever === 0
      ? []
      : [`${exactCount(forever)} never ${forever === 1 ? 'expires' : 'expire'}`]),
    ...(unused.length === 0
      ? []
      : [`${exactCount(unused.length)} ${unused.length === 1 ? 'was' : 'were'} not seen in use`]),
  ];
  return `${[countOf(keys.length, 'Bedrock API key'), ...parts].join('; ')}.`;
}

/** What names a key: its id, or its owner for short-term keys, which AWS does not list. */
export function keyId({ kind, credentialId, ownerArn }: ApiKeyRow): string {
  return credentialId ?? `${kind} ${ownerArn}`;
}

/** How many models it opens: `12, 3 conditional, 1 unknown`. */
export function modelsWords({ models: { allowed, conditional, unknown } }: ApiKeyRow): string {
  return [
    exactCount(allowed),
    ...(conditional === 0 ? [] : [`${exactCount(conditional)} conditional`]),
    ...(unknown === 0 ? [] : [`${exactCount(unknown)} unknown`]),
  ].join(', ');
}

/** What the owner may use beside Bedrock: `ec2, iam`; `*` is everything. */
export function servicesWords({ otherServices }: Pick<ApiKeyRow, 'otherServices'>): string {
  return otherServices.includes('*') ? 'every service' : otherServices.join(', ');
}
