import type { AccessKeyUse, ApiKey } from '../../../../../shared/model/dataset.ts';
import { addDays, type Instant } from '../../../../../shared/model/period.ts';
import type { Calendar } from '../calendar.ts';
import { callerOf, iamArn } from '../callers.ts';
import { accessKeyId } from '../identifiers.ts';
import type { Principal } from '../principal-templates.ts';
import { principalsIn } from '../principals.ts';
import { API_KEY_PLANS, type ApiKeyPlan, credentialIdOf } from './api-key-plans.ts';
import type { LastUse, LastUses } from './last-uses.ts';

/** An access key of a user as IAM tells it. */
export interface WorldAccessKey {
  readonly accessKeyId: string;
  readonly userName: string;
  readonly status: 'Active' | 'Inactive';
  readonly createdAt: Instant;
  readonly lastUsed: AccessKeyUse | null;
}

/** Keys of users, and what principals did last. */
export interface IdentityWorld {
  apiKeys(accountId: string): readonly ApiKey[];
  accessKeys(accountId: string): readonly WorldAccessKey[];
  lastUses(principalArn: string): readonly LastUse[];
}

/** Users with an access key that nobody needs: made for an API key, or replaced and not removed. */
const SPARE_KEYS: readonly string[] = ['BedrockAPIKey-z9rt', 'legacy-reporting'];

/** Derives keys from plans and principals, and their last uses from what was done with them. */
export function createIdentityWorld(
  calendar: Calendar,
  now: Instant,
  uses: () => LastUses,
): IdentityWorld {
  return {
    apiKeys: (accountId) =>
      API_KEY_PLANS.filter((plan) => plan.accountId === accountId).map((plan) =>
        toApiKey(plan, calendar),
      ),
    accessKeys: (accountId) =>
      principalsIn(accountId).flatMap((principal) => keysOf(principal, now, uses())),
    lastUses: (principalArn) => uses().ofPrincipal(principalArn),
  };
}

function toApiKey(plan: ApiKeyPlan, { apiKeyDay, today }: Calendar): ApiKey {
  const { userName, clock, days } = plan;
  const [hour, minute] = clock;
  const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:02Z`;
  const expiresOn = days === null ? null : addDays(apiKeyDay, days);
  return {
    credentialId: credentialIdOf(plan, apiKeyDay),
    userName,
    madeForKey: true,
    alias: userName.toLowerCase(),
    status: expiresOn !== null && expiresOn < today ? 'Expired' : 'Active',
    createdAt: `${apiKeyDay}T${time}`,
    expiresAt: expiresOn === null ? null : `${expiresOn}T${time}`,
  };
}

function keysOf(principal: Principal, now: Instant, uses: LastUses): readonly WorldAccessKey[] {
  const { name: userName, kind } = principal;
  const arn = iamArn(principal);
  const spare: WorldAccessKey = {
    accessKeyId: accessKeyId('AKIA', `${arn}/spare`),
    userName,
    status: kind === 'user' ? 'Inactive' : 'Active',
    createdAt: `${addDays(now.slice(0, 10), -400)}T10:00:00Z`,
    lastUsed: null,
  };
  const spares = SPARE_KEYS.includes(userName) ? [spare] : [];
  return kind === 'user' ? [...spares, ownKey(principal, now, uses)] : spares;
}

function ownKey(principal: Principal, now: Instant, uses: LastUses): WorldAccessKey {
  const { accessKeyId: id } = callerOf(principal, null, now.slice(0, 10));
  const [last] = [...uses.ofKey(id)].sort((a, b) => (a.at < b.at ? 1 : -1));
  const used =
    last === undefined ? null : { at: last.at, service: last.service, region: last.region };
  return {
    accessKeyId: id,
    userName: principal.name,
    status: 'Active',
    createdAt: `${addDays(now.slice(0, 10), -290)}T10:00:00Z`,
    lastUsed: used,
  };
}
