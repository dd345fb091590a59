import { actionOf, type CallPart } from '../catalogue/route.ts';
import type { ObservedCall, ResolvedCall } from './observed-call.ts';

/** A statement of a policy that allows. */
export interface AllowStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  /** Values by key by operator. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** A policy document that allows and nothing else. */
export interface AllowPolicy {
  readonly Version: '2012-10-17';
  readonly Statement: readonly AllowStatement[];
}

const GUARDRAIL_KEY = 'bedrock:GuardrailIdentifier';

/** Which guardrail a call shall carry: values of the key; empty where none is forced. */
export type GuardrailOf = (call: ObservedCall) => readonly string[];

/**
 * The statements that allow the calls and as little else as can be said: each resource with the
 * actions that were seen on it, foundation models behind a profile only through that profile, models
 * of mantle by their key. (Amazon Bedrock User Guide, "Prerequisites for inference profiles" and
 * "Enforce the use of specific guardrails in model inference requests".)
 */
export function allowStatements(
  calls: readonly ResolvedCall[],
  guardrailOf: GuardrailOf,
): readonly AllowStatement[] {
  const grants = new Map<string, Grant>();
  for (const { call, parts } of calls) {
    const action = actionOf(call.plane, call.operation);
    for (const part of parts) {
      const conditions = conditionsOf(part, guardrailOf(call));
      const key = JSON.stringify([part.resource, conditions]);
      const grant = grants.get(key) ?? { part, conditions, actions: new Set<string>() };
      grant.actions.add(action);
      grants.set(key, grant);
    }
  }
  const models = numbered(merged(joined([...grants.values()])));
  return [...models, ...guardrailStatements(calls, guardrailOf), ...bearerStatements(calls)];
}

type Conditions = Readonly<Record<string, readonly string[]>>;

interface Grant {
  readonly part: CallPart;
  /** Values by key. */
  readonly conditions: Conditions;
  readonly actions: Set<string>;
}

/** Keys that a part has because of the call, and the guardrail of calls to bedrock-runtime. */
function conditionsOf({ keys, role }: CallPart, guardrails: readonly string[]): Conditions {
  const own = Object.entries(keys).filter(([, values]) => values.length > 0);
  const forced = role === 'project' ? [] : guardrails;
  return Object.fromEntries([
    ...own,
    ...(forced.length > 0 ? [[GUARDRAIL_KEY, forced.toSorted()] as const] : []),
  ]);
}

type Unnamed = Omit<AllowStatement, 'Sid'>;

/**
 * Grants with the same actions and conditions stand in one statement: it allows each of them and
 * nothing else.
 */
function joined(grants: readonly Grant[]): readonly Unnamed[] {
  const groups = new Map<string, Grant[]>();
  for (const grant of grants) {
    const key = JSON.stringify([[...grant.actions].toSorted(), grant.conditions]);
    groups.set(key, [...(groups.get(key) ?? []), grant]);
  }
  return [...groups.values()].flatMap((group): readonly Unnamed[] => {
    const [first] = group;
    if (first === undefined) return [];
    return [
      {
        Effect: 'Allow',
        Action: [...first.actions].toSorted(),
        Resource: group.map(({ part }) => part.resource).toSorted(),
        ...conditionBlock(first.conditions),
      },
    ];
  });
}

/** Keys by which statements on the same resources differ. */
const MERGED_KEYS = [
  ['ArnLike', 'bedrock:InferenceProfileArn'],
  ['StringEquals', 'bedrock-mantle:Model'],
] as const;

/** Statements that differ in the values of one key alone are one statement with all of these values. */
function merged(statements: readonly Unnamed[]): readonly Unnamed[] {
  return MERGED_KEYS.reduce<readonly Unnamed[]>((all, at) => {
    const groups = new Map<string, Unnamed>();
    for (const statement of all) {
      const alike = JSON.stringify(withValues(statement, at, []));
      const before = groups.get(alike);
      const values = [valuesOf(before, at), valuesOf(statement, at)].flat();
      const isOpen = values.length === 0;
      groups.set(alike, isOpen ? statement : withValues(statement, at, values));
    }
    return [...groups.values()];
  }, statements);
}

type MergedKey = (typeof MERGED_KEYS)[number];

function valuesOf(statement: Unnamed | undefined, [operator, key]: MergedKey): readonly string[] {
  return statement?.Condition?.[operator]?.[key] ?? [];
}

function withValues(
  statement: Unnamed,
  [operator, key]: MergedKey,
  values: readonly string[],
): Unnamed {
  const keys = statement.Condition?.[operator];
  if (keys?.[key] === undefined) return statement;
  const all = [...new Set(values)].toSorted();
  return {
    ...statement,
    Condition: { ...statement.Condition, [operator]: { ...keys, [key]: all } },
  };
}

function conditionBlock(conditions: Conditions): Pick<AllowStatement, 'Condition'> {
  const keys = Object.entries(conditions);
  if (keys.length === 0) return {};
  const arns = keys.filter(([, values]) => values.every((value) => value.startsWith('arn:')));
  const texts = keys.filter((entry) => !arns.includes(entry));
  return {
    Condition: {
      ...(arns.length > 0 ? { ArnLike: Object.fromEntries(arns) } : {}),
      ...(texts.length > 0 ? { StringEquals: Object.fromEntries(texts) } : {}),
    },
  };
}

function numbered(statements: readonly Unnamed[]): readonly AllowStatement[] {
  return statements.map((statement, index) => ({ Sid: `CallModels${index + 1}`, ...statement }));
}

/**
 * A call with a guardrail needs `bedrock:ApplyGuardrail` on it, as one does on which the account or
 * the organisation puts one. (Amazon Bedrock User Guide, "Set up
 * permissions to use Amazon Bedrock Guardrails", Permissions for invoking guardrails.)
 */
function guardrailStatements(
  calls: readonly ResolvedCall[],
  guardrailOf: GuardrailOf,
): readonly AllowStatement[] {
  const used = calls.flatMap(({ call }) => [
    ...guardrailOf(call),
    ...(call.guardrail.startsWith('arn:') ? [call.guardrail] : []),
    ...(call.unversioned === null ? [] : [call.unversioned]),
    ...call.enforced,
  ]);
  const arns = [...new Set(used.map(withoutVersion))].toSorted();
  if (arns.length === 0) return [];
  return [
    { Sid: 'ApplyGuardrails', Effect: 'Allow', Action: ['bedrock:ApplyGuardrail'], Resource: arns },
  ];
}

/** The ARN of a guardrail without the version behind it. */
export function withoutVersion(guardrail: string): string {
  return guardrail.replace(/(:guardrail\/[^:]+):[^:]*$/, '$1');
}

/** API keys need an action of their own on each endpoint, which knows no resource. */
function bearerStatements(calls: readonly ResolvedCall[]): readonly AllowStatement[] {
  const planes = new Set(
    calls.filter(({ call }) => call.bearerToken).map(({ call: { plane } }) => plane),
  );
  if (planes.size === 0) return [];
  const actions = [...planes].map((plane) =>
    plane === 'bedrock-mantle'
      ? 'bedrock-mantle:CallWithBearerToken'
      : 'bedrock:CallWithBearerToken',
  );
  return [{ Sid: 'UseApiKeys', Effect: 'Allow', Action: actions.toSorted(), Resource: ['*'] }];
}
