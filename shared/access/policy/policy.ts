/** A policy document as AWS understands it: an IAM, Organizations or resource policy. */
export interface Policy {
  /** The language version; a document that names none is of 2008-10-17, where variables are plain text. */
  readonly version: '2008-10-17' | '2012-10-17';
  readonly statements: readonly Statement[];
  /** What is wrong with it. AWS refuses a document with an error, so its effect is unknown. */
  readonly problems: readonly PolicyProblem[];
}

/** Something wrong in a policy document, and where. */
export interface PolicyProblem {
  readonly severity: 'error' | 'warning';
  /** As in `Statement[0].Condition.StringEquals`; empty for the whole document. */
  readonly path: string;
  readonly message: string;
}

/** One statement of a policy. */
export interface Statement {
  /** Its place in the document, from 0. */
  readonly index: number;
  readonly sid: string | null;
  readonly effect: 'Allow' | 'Deny';
  /** Whom a statement of a resource policy names; null in all other policies. */
  readonly principals: PrincipalElement | null;
  readonly actions: PatternElement;
  /** Null where the kind of policy has none, as in a trust policy. */
  readonly resources: PatternElement | null;
  readonly conditions: readonly ConditionTest[];
}

/** `Action`, `NotAction`, `Resource` or `NotResource`. */
export interface PatternElement {
  /** True for the Not form: everything but what the patterns match. */
  readonly except: boolean;
  readonly patterns: readonly string[];
}

/** `Principal` or `NotPrincipal`. */
export interface PrincipalElement {
  readonly except: boolean;
  /** `*` alone, or `{"AWS": "*"}`. */
  readonly everyone: boolean;
  /** ARNs and account ids. */
  readonly aws: readonly string[];
  /** Service principals, as `bedrock.amazonaws.com`. */
  readonly services: readonly string[];
  /** Identity providers and canonical users: never a caller of Bedrock. */
  readonly others: readonly string[];
}

/** One key under one operator of a `Condition` block. */
export interface ConditionTest {
  /** As it is written, `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  readonly comparison: Comparison;
  /** The operator's Not form: true where no value matches. */
  readonly negated: boolean;
  readonly ifExists: boolean;
  /** `ForAllValues`, `ForAnyValue`, or neither. */
  readonly quantifier: 'all' | 'any' | null;
  /** As it is written; keys are told apart without regard to case. */
  readonly key: string;
  readonly values: readonly string[];
}

/** What an operator compares, without its Not form. */
export type Comparison =
  | 'string-equals'
  | 'string-equals-ignore-case'
  | 'string-like'
  | 'numeric-equals'
  | 'numeric-less'
  | 'numeric-less-equals'
  | 'numeric-greater'
  | 'numeric-greater-equals'
  | 'date-equals'
  | 'date-less'
  | 'date-less-equals'
  | 'date-greater'
  | 'date-greater-equals'
  | 'bool'
  | 'binary-equals'
  | 'ip-address'
  | 'arn-like'
  | 'null';
