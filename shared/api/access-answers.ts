import type { CallGate, RegionGate } from '../access/catalogue/call-gate.ts';
import type { AccessModel } from '../access/catalogue/route.ts';
import type { DecisionWord } from '../access/decision-word.ts';
import type { PolicyText, RouteProof, Way } from '../access/explain/proof.ts';
import type {
  LeastPrivilegePolicy,
  WildcardGrant,
} from '../access/least-privilege/least-privilege-answer.ts';
import type { LintFinding } from '../access/lint/lint-finding.ts';
import type { AccessGap, PrincipalKind } from '../access/world/access-world.ts';
import type { Day, Instant, Period } from '../model/period.ts';

export type * from '../access/explain/proof.ts';
export type * from '../access/least-privilege/least-privilege-answer.ts';
export type * from '../access/lint/lint-finding.ts';
export type * from './api-key-answers.ts';
export type { CallGate, DecisionWord, RegionGate };

/**
 * A cell in one letter: Allowed, Conditional, Unknown, Denied, or `-` where no Region of the account
 * offers the model.
 */
export type CellLetter = 'A' | 'C' | 'U' | 'D' | '-';

/** A column of the matrix. */
export interface MatrixModel extends AccessModel {
  readonly approved: boolean;
  /** Calls of all principals in the window. */
  readonly calls: number;
}

/** What a principal did with one model in the window. */
export interface CellUse {
  /** Place of the model in `AccessMatrix.models`. */
  readonly model: number;
  readonly calls: number;
  readonly lastDay: Day;
}

/** A row of the matrix; letters stand in the order of `AccessMatrix.models`. */
export interface MatrixRow {
  readonly principalArn: string;
  readonly accountId: string;
  readonly name: string;
  readonly kind: PrincipalKind;
  /** Null where no team rule names it. */
  readonly team: string | null;
  readonly letters: string;
  /** The same for a call that carries no guardrail. */
  readonly unguarded: string;
  readonly used: readonly CellUse[];
  readonly calls: number;
  readonly lastDay: Day | null;
}

/** Principals by models; who may call nothing stands in `silent` only. */
export interface AccessMatrix {
  /** When the oldest of what it rests on was read; null before the first scan. */
  readonly takenAt: Instant | null;
  /** The UTC days over which use is counted. */
  readonly window: Period;
  readonly models: readonly MatrixModel[];
  /** By account, kind and name. */
  readonly rows: readonly MatrixRow[];
  /** Principals that may call no model at all, conditionally neither. */
  readonly silent: number;
  /** All principals that were read. */
  readonly principals: number;
  /** Of the rows, those that called nothing in the window. */
  readonly neverCalled: number;
  readonly accountNames: Readonly<Record<string, string>>;
  readonly gaps: readonly AccessGap[];
}

/** One cell as a proof. */
export interface AccessExplanation {
  readonly principalArn: string;
  readonly modelId: string;
  readonly label: string;
  readonly decision: DecisionWord;
  /** One sentence that says why. */
  readonly sentence: string;
  /** The best way first. */
  readonly routes: readonly RouteProof[];
  readonly use: CallsSeen;
  /** Of every Region that has a way, the most open way of each. */
  readonly gates: readonly RegionGate[];
  /** With which guardrails it may be called; empty where no way to call it takes one. */
  readonly guardrails: readonly GuardrailChoice[];
  readonly gaps: readonly AccessGap[];
}

/** A call without a guardrail, or with one of a kind. */
export interface GuardrailChoice {
  /** `version` is a published one of the principal's account, `other` any that it does not have. */
  readonly use: 'without' | 'version' | 'draft' | 'other';
  /** By the most open way to call the model. */
  readonly decision: DecisionWord;
  /** The Region of that way, and of the guardrail. */
  readonly region: string;
  /** As `bedrock:GuardrailIdentifier` holds it; null of `without` and `other`. */
  readonly guardrail: string | null;
}

/** What was really called in the window. */
export interface CallsSeen {
  readonly window: Period;
  readonly calls: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

/** A principal that may, or may not, call the model that was asked for. */
export interface WhoCanRow {
  readonly principalArn: string;
  readonly accountId: string;
  readonly name: string;
  readonly kind: PrincipalKind;
  readonly team: string | null;
  readonly decision: DecisionWord;
  readonly reason: string;
  /** The ways that are open, or perhaps. */
  readonly ways: readonly Way[];
  readonly calls: number;
  readonly lastDay: Day | null;
}

/** Everybody who can call a model, surely or perhaps. */
export interface WhoCanAnswer {
  readonly modelId: string;
  readonly label: string;
  readonly approved: boolean;
  readonly window: Period;
  /** Allowed first, then conditional, then unknown; denied are counted only. */
  readonly rows: readonly WhoCanRow[];
  readonly denied: number;
  readonly gaps: readonly AccessGap[];
}

/** A model that the principal may, or may not, call. */
export interface WhatCanRow {
  readonly modelId: string;
  readonly label: string;
  readonly provider: string;
  readonly approved: boolean;
  readonly decision: DecisionWord;
  readonly reason: string;
  readonly ways: readonly Way[];
  readonly calls: number;
  readonly lastDay: Day | null;
}

/** Calls to one thing that AWS refused for want of a permission. */
export interface RefusedSeen {
  /** What was put into the call, an id or an ARN. */
  readonly called: string;
  readonly region: string;
  readonly calls: number;
  readonly lastDay: Day;
}

/** Everything that a principal can call. */
export interface WhatCanAnswer {
  readonly principalArn: string;
  readonly name: string;
  readonly kind: PrincipalKind;
  readonly window: Period;
  readonly rows: readonly WhatCanRow[];
  readonly denied: number;
  /** What it tried in the window and was refused, the most first. */
  readonly refused: readonly RefusedSeen[];
  readonly policies: readonly PolicyText[];
  readonly gaps: readonly AccessGap[];
}

/** A call before it is made. */
export interface PreflightAnswer {
  readonly principalArn: string;
  readonly called: string;
  readonly label: string;
  readonly decision: DecisionWord;
  readonly sentence: string;
  readonly route: RouteProof;
  readonly gates: readonly CallGate[];
  readonly gaps: readonly AccessGap[];
}

/** What a principal has and does not use. */
export interface UnusedRow {
  readonly principalArn: string;
  readonly accountId: string;
  readonly name: string;
  readonly kind: PrincipalKind;
  readonly team: string | null;
  readonly allowedModels: number;
  readonly conditionalModels: number;
  readonly usedModels: number;
  /** Model ids allowed and not called in the days asked for; the first fifty. */
  readonly unusedModels: readonly string[];
  /** Statements that grant by wildcard. */
  readonly wildcards: readonly WildcardGrant[];
  /** IAM's own last access of the service, refused calls counted; null where there was none. */
  readonly serviceLastAccessed: Instant | null;
  /** False where IAM was not asked or did not tell. */
  readonly serviceLastAccessedKnown: boolean;
  readonly lastDay: Day | null;
  /** `not-known` where no source was read that names the callers of the account. */
  readonly verdict: 'never-used' | 'partly-used' | 'used' | 'not-known';
}

/** Access that nobody uses. */
export interface UnusedAnswer {
  readonly window: Period;
  readonly rows: readonly UnusedRow[];
  readonly gaps: readonly AccessGap[];
}

/** A policy made from what was seen, with its proof. */
export interface LeastPrivilegeAnswer extends LeastPrivilegePolicy {
  readonly principalArn: string;
  readonly window: Period;
}

/** What is wrong with a policy that was read. */
export interface LintFoundRow {
  readonly policy: PolicyText;
  readonly accountId: string;
  /** Principals that it bears on. */
  readonly principals: number;
  readonly findings: readonly LintFinding[];
}

/** A policy that was read, or that could not be read. */
export interface PolicyFoundRow extends PolicyText {
  readonly accountId: string;
  /** Principals that it bears on; 0 for policies of resources and RCPs, which name none. */
  readonly principals: number;
  /** What lint finds in it; null where it was not read, and of AWS's own, which nobody can change. */
  readonly findings: number | null;
  /** Null unless it was asked for by its id, and where it was not read. */
  readonly document: string | null;
}

/** A cell that would change. */
export interface ChangedCell {
  readonly principalArn: string;
  readonly accountId: string;
  readonly name: string;
  readonly modelId: string;
  readonly label: string;
  readonly before: DecisionWord;
  readonly after: DecisionWord;
  /** Calls in the window that the change would have concerned. */
  readonly calls: number;
}

/** What an edited policy would do; nothing is sent. */
export interface ChangeAnswer {
  readonly window: Period;
  /** AWS would not save one of the texts, so that nothing changes; `problems` say why. */
  readonly refused: boolean;
  /** Losses first, then those to or from unknown, the most called first; at most 2,000. */
  readonly cells: readonly ChangedCell[];
  /** With those that are unknown before or after, which are neither gained nor lost. */
  readonly total: number;
  readonly gained: number;
  readonly lost: number;
  readonly problems: readonly LintFinding[];
}
