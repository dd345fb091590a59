import type { ApiKeyRow, ApiKeysAnswer } from '../../../../shared/api/access-answers.ts';
import { countOf, exactCount } from '../../../format.ts';

/** The keys in a sentence, counted as the rows of the table show them. */
export function keysHeadline({ keys }: ApiKeysAnswer): string {
  if (keys.length === 0) return 'No Bedrock API key was found.';
  const ended = keys.filter(({ usable }) => !usable).length;
  const forever = keys.filter(({ usable, neverExpires }) => usable && neverExpires).length;
  const unseen = keys.filter(({ lastUsedAt }) => lastUsedAt === null).length;
  const parts = [
    countOf(keys.length, 'Bedrock API key'),
    ...(forever === 0
      ? []
      : [`${exactCount(forever)} never ${forever === 1 ? 'expires' : 'expire'}`]),
    ...(ended === 0 ? [] : [`${exactCount(ended)} can no longer be used`]),
    ...(unseen === 0
      ? []
      : [`${exactCount(unseen)} ${unseen === 1 ? 'was' : 'were'} not seen in use`]),
  ];
  return `${parts.join('; ')}.`;
}

/** What names a key: its id, or its owner for short-term keys, which AWS does not list. */
export function keyId({ kind, credentialId, ownerArn }: ApiKeyRow): string {
  return credentialId ?? `${kind} ${ownerArn}`;
}

/** How many models it opens: `12, 3 conditional, 1 unknown`; `none` of a key that has ended. */
export function modelsWords({ models, usable }: Pick<ApiKeyRow, 'models' | 'usable'>): string {
  if (!usable) return 'none';
  const { allowed, conditional, unknown } = models;
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
