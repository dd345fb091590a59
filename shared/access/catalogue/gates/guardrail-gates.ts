import type { EnforcedGuardrail } from '../../../model/dataset.ts';
import { foundationId } from '../../../model/model-id.ts';
import { segments } from '../../matching/match-arn.ts';
import type { CallGate } from '../call-gate.ts';
import type { CallPart } from '../route.ts';
import { type GateQuestion, inAccount, inPlace, stateOf, unreadGate } from './gate-question.ts';

const gate = 'guardrail';

/** A guardrail that is put on calls, whoever makes them. */
interface Enforced {
  readonly guardrailArn: string;
  readonly version: string;
  readonly by: string;
}

/**
 * Guardrails that the account or its organisation puts on every call: a caller who may not apply
 * them is refused (Amazon Bedrock User Guide, "Using resource-based policies for guardrails").
 */
export function guardrailGates(question: GateQuestion): readonly CallGate[] {
  if (question.plane === 'bedrock-mantle') return [];
  const { own, above } = enforcers(question);
  const { accountId, region } = question;
  const unread = [
    ...(own?.outcome.status === 'collected'
      ? []
      : [unreadGate(gate, `Whether account ${accountId} enforces a guardrail in ${region}`, own)]),
    ...(above === undefined || isRead(above.outcome.status)
      ? []
      : [unreadGate(gate, `Whether the organisation enforces a guardrail on ${accountId}`, above)]),
  ];
  return [...enforcedOn(question).map((each) => enforcedGate(question, each)), ...unread];
}

type Called = Pick<GateQuestion, 'accountId' | 'region' | 'modelId' | 'plane' | 'readings'>;

/**
 * ARNs of the guardrails that are known to be put on calls to a model in a place. Mantle knows none;
 * what was not read is not in it.
 */
export function enforcedGuardrails(called: Called): readonly string[] {
  if (called.plane === 'bedrock-mantle') return [];
  return [...new Set(enforcedOn(called).map(({ guardrailArn }) => guardrailArn))];
}

function enforcedOn(called: Called): readonly Enforced[] {
  const { own, above } = enforcers(called);
  return [
    ...(own?.items ?? []).filter((each) => coversModel(each, called.modelId)).map(ofAccount),
    ...(above?.items ?? []).flatMap(({ content }) => ofOrganization(content, called.region)),
  ];
}

/** The readings of what the account enforces in the Region, and of what the organisation does. */
function enforcers(called: Called) {
  const { readings, accountId } = called;
  const [above] = inAccount(readings('effective-bedrock-policy'), accountId);
  return { own: inPlace(readings('enforced-guardrails'), called), above };
}

/** An account outside an organisation has no effective policy to read. */
function isRead(status: string): boolean {
  return status === 'collected' || status === 'unavailable';
}

function enforcedGate(question: GateQuestion, { guardrailArn, version, by }: Enforced): CallGate {
  const state = stateOf([question.decide('bedrock:ApplyGuardrail', applyPart(guardrailArn))]);
  const named = `${guardrailArn} version ${version}`;
  const sentences = {
    open: `${by} puts guardrail ${named} on every call, and the caller may apply it.`,
    closed: `${by} puts guardrail ${named} on every call, and the caller may not apply it: bedrock:ApplyGuardrail is denied, so calls fail.`,
    unknown: `${by} puts guardrail ${named} on every call; whether the caller may apply it depends on the request.`,
  };
  return { gate, state, sentence: sentences[state] };
}

function applyPart(guardrailArn: string): CallPart {
  const [, , , region = '', account = ''] = segments(guardrailArn);
  return {
    role: 'called',
    resource: guardrailArn,
    resourceAccount: account === '' ? null : account,
    requestedRegion: region,
    keys: {},
  };
}

function coversModel({ models }: EnforcedGuardrail, modelId: string): boolean {
  if (models === null) return true;
  const named = (list: readonly string[]) =>
    list.some((each) => each === 'ALL' || each === modelId || foundationId(each) === modelId);
  return (models.included.length === 0 || named(models.included)) && !named(models.excluded);
}

function ofAccount({ guardrailArn, guardrailVersion }: EnforcedGuardrail): Enforced {
  return { guardrailArn, version: guardrailVersion, by: 'The account' };
}

/** `bedrock.guardrail_inference.<Region>.<config>.identifier` is an ARN with its version. */
function ofOrganization(content: string | null, region: string): readonly Enforced[] {
  const regions = member(member(parsed(content), 'bedrock'), 'guardrail_inference');
  const configs = member(regions, region);
  if (!isObject(configs)) return [];
  return Object.values(configs).flatMap((config) => {
    const identifier = member(config, 'identifier');
    const match =
      typeof identifier === 'string' ? /^(arn:.+\/[^:]+):(\w+)$/.exec(identifier) : null;
    const [, guardrailArn, version] = match ?? [];
    if (guardrailArn === undefined || version === undefined) return [];
    return [{ guardrailArn, version, by: 'The organisation' }];
  });
}

function parsed(content: string | null): unknown {
  if (content === null) return null;
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
