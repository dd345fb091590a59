/** One statement of the policy that Assay asks for. */
export interface Statement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Action: readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

/** What IAM takes in one managed policy, white space not counted (IAM quotas). */
export const MANAGED_POLICY_CHARACTERS = 6_144;

/** A policy as IAM takes it, indented, with its size as IAM counts it. */
export function policyDocument(statements: readonly Statement[]): {
  readonly json: string;
  readonly characters: number;
} {
  const policy = { Version: '2012-10-17', Statement: statements };
  const compact = JSON.stringify(policy);
  return { json: JSON.stringify(policy, null, 2), characters: compact.length };
}

/** A statement that allows. */
export function allow(Sid: string, rest: Omit<Statement, 'Sid' | 'Effect'>): Statement {
  return { Sid, Effect: 'Allow', ...rest };
}
