import type { DatasetId, DatasetItems, Unread } from '../model/dataset.ts';
import type { Evidence, FindingStatus, Severity } from '../model/finding.ts';
import type { Day } from '../model/period.ts';
import type { ModelLookup } from '../prices/find-model.ts';
import type { PriceBook } from '../prices/price-book.ts';
import type { ConnectedRegions } from './not-read-yet.ts';

/** The part of Assay that a rule belongs to; the folder of its file. */
export type RuleTheme = 'logging' | 'access' | 'guardrails' | 'models' | 'network' | 'cost';

/** How to put a failing resource right, in three ways. */
export interface Remediation {
  readonly console: string;
  readonly cli: string;
  readonly terraform: string;
}

/** What a reader meets of a rule, apart from its judgement. */
export interface RuleMetadata {
  /** The file name. */
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  readonly theme: RuleTheme;
  readonly rationale: string;
  readonly remediation: Remediation;
  /** URLs of the documentation the rule rests on. */
  readonly references: readonly string[];
  /** `<framework>: <control>`, as in `OWASP LLM Top 10 2025: LLM01 Prompt Injection`. */
  readonly frameworks: readonly string[];
}

/** What the user decided, the clock and the prices: everything a rule needs besides datasets. */
export interface RuleContext {
  /** The UTC day of the evaluation. */
  readonly today: Day;
  /** Model ids without geography prefix. */
  readonly approvedModels: readonly string[];
  readonly prices: PriceBook;
  /** What profiles, and models and capacity of the accounts' own, stand for. */
  readonly lookup: ModelLookup;
  readonly connected: ConnectedRegions;
}

/** A rule's view of one account and Region: only datasets that it declared can be read. */
export interface RuleInput<N extends DatasetId> {
  readonly accountId: string;
  readonly region: string;
  readonly context: RuleContext;
  items<D extends N>(dataset: D): readonly DatasetItems[D][];
  /** What stands behind a verdict: the reading of `dataset` here, with the object judged. */
  evidence(dataset: N, object: unknown): Evidence;
}

/** What a rule says of one resource; `unknown` only where a collected object does not tell. */
export interface Verdict {
  /** An ARN or the plain name of what was judged. */
  readonly resource: string;
  readonly status: Extract<FindingStatus, 'pass' | 'fail' | 'unknown'>;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
  /** The parts of the item that were not read, where that makes it `unknown`. */
  readonly unread?: readonly UnreadPart[];
  /** Where this one weighs otherwise than its rule says. */
  readonly severity?: Severity;
}

/** A part of a collected item that could not be read; the finding names the permission. */
export interface UnreadPart {
  readonly dataset: DatasetId;
  readonly outcome: Unread;
  /** Where it was asked for, if in another account than the one judged. */
  readonly accountId?: string;
}

/** Nothing to judge here, and why; the engine makes it `not-applicable`. */
export interface NothingToJudge {
  readonly nothing: string;
}

/** A rule is a value: metadata and one pure function over the datasets it needs. */
export interface Rule<N extends DatasetId = DatasetId> extends RuleMetadata {
  /** `account`: judged once for each account, over datasets of the account alone; else in every Region. */
  readonly scope?: 'account';
  readonly needs: readonly N[];
  /**
   * Those of `needs` that not every account has, as policies of the organisation: where AWS does not
   * offer one the rest is judged, and where one could not be read an `unknown` stands beside the rest.
   */
  readonly beside?: readonly N[];
  evaluate(input: RuleInput<N>): readonly Verdict[] | NothingToJudge;
}

/** Makes a rule whose `evaluate` can read exactly the datasets listed in `needs`. */
export function defineRule<const N extends readonly DatasetId[]>(
  rule: Omit<Rule<N[number]>, 'needs'> & { readonly needs: N },
): Rule<N[number]> {
  return rule;
}
