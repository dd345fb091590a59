import type { ModelAvailability } from '../../../model/dataset.ts';
import { foundationId, parseModelId } from '../../../model/model-id.ts';
import { modelLabel } from '../../../model/model-label.ts';
import type { CallGate } from '../call-gate.ts';
import type { CallPart } from '../route.ts';
import { type GateQuestion, inAccount, stateOf, unreadGate } from './gate-question.ts';

type Availability = Extract<ModelAvailability['availability'], { read: true }>['value'];

/**
 * Providers whose models are not sold through AWS Marketplace (Amazon Bedrock User Guide, "Request
 * access to models").
 */
const NOT_SOLD: ReadonlySet<string> = new Set([
  'amazon',
  'deepseek',
  'meta',
  'mistral',
  'openai',
  'qwen',
]);

/** Entitlement, agreement and, where there is none yet, who may subscribe. */
export function availabilityGates(question: GateQuestion): readonly CallGate[] {
  const { modelId, accountId, readings } = question;
  const asked = inAccount(readings('model-availability'), accountId);
  const item = asked
    .flatMap(({ items }) => items)
    .find((each) => foundationId(each.modelId) === modelId);
  if (item === undefined || !item.availability.read) {
    const outcome = item?.availability.read === false ? item.availability.outcome : null;
    const unread = outcome === null ? asked.find(isUnread) : { outcome };
    const what = `Whether account ${accountId} has access to ${modelLabel(modelId)}`;
    return [unreadGate('entitlement', what, unread), ...subscribeGates(question, null)];
  }
  const { value } = item.availability;
  const here = item.askedIn === question.region ? value.regionAvailability : 'UNKNOWN';
  return [
    entitlementGate(question, value, here),
    agreementGate(question, value),
    ...subscribeGates(question, value),
  ];
}

function isUnread({ outcome }: { readonly outcome: { readonly status: string } }): boolean {
  return outcome.status !== 'collected';
}

function entitlementGate(
  { modelId, accountId, region }: GateQuestion,
  { authorizationStatus, entitlementAvailability }: Availability,
  here: string,
): CallGate {
  const label = modelLabel(modelId);
  const gate = 'entitlement';
  if (authorizationStatus === 'NOT_AUTHORIZED' || entitlementAvailability === 'NOT_AVAILABLE') {
    return { gate, state: 'closed', sentence: `Account ${accountId} has no access to ${label}.` };
  }
  if (here === 'NOT_AVAILABLE') {
    return { gate, state: 'closed', sentence: `${label} is not available in ${region}.` };
  }
  if (authorizationStatus === 'AUTHORIZED' && entitlementAvailability === 'AVAILABLE') {
    return { gate, state: 'open', sentence: `Account ${accountId} has access to ${label}.` };
  }
  const sentence = `AWS does not tell whether account ${accountId} has access to ${label}.`;
  return { gate, state: 'unknown', sentence };
}

function agreementGate(
  { modelId }: GateQuestion,
  { agreementStatus, agreementError }: Availability,
): CallGate {
  const label = modelLabel(modelId);
  const gate = 'agreement';
  switch (agreementStatus) {
    case 'AVAILABLE':
      return { gate, state: 'open', sentence: `There is an agreement for ${label}.` };
    case 'NOT_AVAILABLE':
      return {
        gate,
        state: 'closed',
        sentence: `There is no agreement for ${label} yet; the first call makes one where its caller may subscribe.`,
      };
    case 'PENDING':
      return {
        gate,
        state: 'closed',
        sentence: `The agreement for ${label} is being made; until then calls may fail.`,
      };
    case 'ERROR':
      return {
        gate,
        state: 'closed',
        sentence: `The agreement for ${label} failed${agreementError === null ? '.' : `: ${agreementError}`}`,
      };
    default:
      return {
        gate,
        state: 'unknown',
        sentence: `AWS does not tell whether there is an agreement for ${label}.`,
      };
  }
}

/** What Bedrock does in the caller's name when a model of AWS Marketplace is called first. */
export const SUBSCRIBE_ACTIONS = [
  'aws-marketplace:Subscribe',
  'aws-marketplace:ViewSubscriptions',
] as const;

/**
 * The request that Bedrock makes in the caller's name: managed policies allow it by
 * `aws:CalledViaLast` (AmazonBedrockLimitedAccess, statement on Marketplace operations).
 */
export function subscribePart(region: string): CallPart {
  const via = ['bedrock.amazonaws.com'];
  return {
    role: 'called',
    resource: '*',
    resourceAccount: null,
    requestedRegion: region,
    keys: {
      'aws:ViaAWSService': ['true'],
      'aws:CalledVia': via,
      'aws:CalledViaFirst': via,
      'aws:CalledViaLast': via,
    },
  };
}

/** Asked only where nobody subscribed yet, as far as is known: later callers need not. */
function subscribeGates(question: GateQuestion, value: Availability | null): readonly CallGate[] {
  const { modelId, region, decide } = question;
  if (NOT_SOLD.has(parseModelId(modelId).provider)) return [];
  if (value?.agreementStatus === 'AVAILABLE' || value?.agreementStatus === 'PENDING') return [];
  const denied = SUBSCRIBE_ACTIONS.filter(
    (action) => decide(action, subscribePart(region)) === 'denied',
  );
  const state = stateOf(SUBSCRIBE_ACTIONS.map((action) => decide(action, subscribePart(region))));
  const label = modelLabel(modelId);
  const sentences = {
    open: `The caller may subscribe to ${label} at AWS Marketplace by its first call.`,
    closed: `The caller may not subscribe to ${label} at AWS Marketplace: ${denied.join(' and ')} is denied, so the first call of the account fails within minutes.`,
    unknown: `Whether the caller may subscribe to ${label} at AWS Marketplace depends on the request.`,
  };
  return [{ gate: 'marketplace-subscribe', state, sentence: sentences[state] }];
}
