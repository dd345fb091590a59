import { readingsByDataset } from '../../../../shared/access/catalogue/place.ts';
import { decideAnywhere } from '../../../../shared/access/explain/decide-anywhere.ts';
import {
  type AccessPrincipal,
  OPEN_CONTEXT,
} from '../../../../shared/access/world/access-world.ts';
import { servicesGranted } from '../../../../shared/access/world/services-granted.ts';
import type { ApiKeyRow, ApiKeysAnswer } from '../../../../shared/api/access-answers.ts';
import type { ApiKey } from '../../../../shared/model/dataset.ts';
import type { Instant } from '../../../../shared/model/period.ts';
import { principalLabel, principalWithoutPath } from '../../../../shared/model/principal.ts';
import type { QuestionRow } from '../../store/questions/questions.ts';
import type { Store } from '../../store/store.ts';
import type { AccessBase } from './access-base.ts';
import { keyMakers } from './key-makers.ts';
import { gapsOf } from './matrix.ts';

type BearerCalls = QuestionRow<'bearer-calls'>;

interface Facts {
  readonly base: AccessBase;
  readonly makers: ReadonlyMap<string, string>;
  /** Calls with a key by the caller's ARN without path. */
  readonly calls: ReadonlyMap<string, BearerCalls>;
}

/**
 * Every Bedrock API key: the long-term ones that IAM lists, and who was seen with short-term ones,
 * which AWS lists nowhere.
 */
export async function apiKeys(base: AccessBase, store: Store): Promise<ApiKeysAnswer> {
  const { window } = base.use;
  const [makers, calls] = await Promise.all([
    keyMakers(store, window),
    store.ask('bearer-calls', window),
  ]);
  const byCaller = new Map(calls.map((row) => [principalWithoutPath(row.principalArn), row]));
  const facts = { base, makers, calls: byCaller };
  const long = longTermKeys(facts);
  const owners = new Set(long.map(({ ownerArn }) => principalWithoutPath(ownerArn)));
  const short = calls
    .filter(({ principalArn }) => !owners.has(principalWithoutPath(principalArn)))
    .map((row) => shortTermKey(facts, row));
  return { window, keys: [...long, ...short], gaps: gapsOf(base).filter(isOfKeys) };
}

function isOfKeys({ dataset }: ApiKeysAnswer['gaps'][number]): boolean {
  return ['api-keys', 'access-keys', 'account-authorization'].includes(dataset);
}

function longTermKeys(facts: Facts): readonly ApiKeyRow[] {
  const of = readingsByDataset(facts.base.readings);
  const accessKeys = of('access-keys').flatMap(({ accountId, items }) =>
    items.map((key) => ({ accountId, ...key })),
  );
  return of('api-keys').flatMap(({ accountId, items }) =>
    items.map((key) => {
      const others = [
        ...items
          .filter((other) => other.userName === key.userName && other !== key)
          .map(({ credentialId, status }) => `API key ${credentialId} (${status})`),
        ...accessKeys
          .filter((other) => other.accountId === accountId && other.userName === key.userName)
          .map(({ accessKeyId, status }) => `access key ${accessKeyId} (${status})`),
      ];
      return longTermKey(facts, { accountId, key, others });
    }),
  );
}

interface ListedKey {
  readonly accountId: string;
  readonly key: ApiKey;
  readonly others: readonly string[];
}

function longTermKey(facts: Facts, { accountId, key, others }: ListedKey): ApiKeyRow {
  const owner = facts.base.world.principals.find(
    (one) => one.accountId === accountId && one.arn.endsWith(`/${key.userName}`) && isUser(one),
  );
  const ownerArn = owner?.arn ?? `arn:aws:iam::${accountId}:user/${key.userName}`;
  const usable = isUsable(key, facts.base.at);
  const owned = ownerFacts(facts, owner, ownerArn);
  return {
    kind: 'long-term',
    credentialId: key.credentialId,
    accountId,
    ownerArn,
    ownerName: key.userName,
    madeForKey: key.madeForKey,
    status: key.status,
    usable,
    createdBy: facts.makers.get(key.credentialId) ?? null,
    createdAt: key.createdAt,
    expiresAt: key.expiresAt,
    neverExpires: key.expiresAt === null,
    otherCredentials: others,
    ...owned,
    models: usable ? owned.models : NO_MODELS,
  };
}

const NO_MODELS: ApiKeyRow['models'] = { allowed: 0, conditional: 0, unknown: 0 };

function isUsable({ status, expiresAt }: ApiKey, at: Instant): boolean {
  if (status === 'Inactive' || status === 'Expired') return false;
  return expiresAt === null || expiresAt > at;
}

function isUser({ arn }: AccessPrincipal): boolean {
  return arn.includes(':user/');
}

function shortTermKey(facts: Facts, { principalArn, accountId }: BearerCalls): ApiKeyRow {
  const bare = principalWithoutPath(principalArn);
  const owner = facts.base.world.principals.find(({ arn }) => principalWithoutPath(arn) === bare);
  return {
    kind: 'short-term',
    credentialId: null,
    accountId,
    ownerArn: principalArn,
    ownerName: principalLabel(principalArn),
    madeForKey: false,
    status: 'seen in use',
    usable: true,
    createdBy: null,
    createdAt: null,
    expiresAt: null,
    neverExpires: false,
    otherCredentials: [],
    ...ownerFacts(facts, owner, principalArn),
  };
}

type OwnerFacts = Pick<ApiKeyRow, 'lastUsedAt' | 'calls' | 'models' | 'bearer' | 'otherServices'>;

/** What a key can do while AWS takes it is what its owner can. */
function ownerFacts(
  { base, calls }: Facts,
  owner: AccessPrincipal | undefined,
  ownerArn: string,
): OwnerFacts {
  const seen = calls.get(principalWithoutPath(ownerArn));
  const used = { lastUsedAt: seen?.lastUsedAt ?? null, calls: seen?.calls ?? 0 };
  if (owner === undefined) {
    const models = { allowed: 0, conditional: 0, unknown: base.catalogue.models.length };
    return { ...used, models, bearer: UNKNOWN_BEARER, otherServices: [] };
  }
  const letters = base.compiled(OPEN_CONTEXT).letters(owner, { operation: 'invoke', region: null });
  const asked = { ...base, principal: owner, choice: OPEN_CONTEXT };
  const count = (letter: string) => letters.split(letter).length - 1;
  return {
    ...used,
    models: { allowed: count('A'), conditional: count('C'), unknown: count('U') },
    bearer: {
      runtime: decideAnywhere(asked, 'bedrock:CallWithBearerToken'),
      mantle: decideAnywhere(asked, 'bedrock-mantle:CallWithBearerToken'),
    },
    otherServices: servicesGranted(owner.policies),
  };
}

const UNKNOWN_BEARER = { runtime: 'unknown', mantle: 'unknown' } as const;
