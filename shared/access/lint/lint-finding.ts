/** Where a policy stands: identities, resources, or an organisation. */
export type LintKind = 'identity' | 'resource' | 'scp' | 'rcp';

/** Something wrong, or worth knowing, in a policy. */
export interface LintFinding {
  /** The check's id: the name of its file. */
  readonly check: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** As in `Statement[0].Condition.StringEquals`. */
  readonly path: string;
  /** Where it stands in the text, from 1; null where it is too long to look into. */
  readonly line: number | null;
  readonly message: string;
  readonly remedy: string;
}

/** What is wrong with a pasted policy. */
export interface LintAnswer {
  /** In the order of the text. */
  readonly findings: readonly LintFinding[];
  readonly statements: number;
}
