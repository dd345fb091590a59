/** One statement of an IAM policy document. */
export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
  readonly Condition?: Readonly<
    Record<string, Readonly<Record<string, string | readonly string[]>>>
  >;
}

/** An AWS-managed policy as AWS publishes it. */
export interface AwsManagedPolicy {
  readonly name: string;
  /** The default version. */
  readonly versionId: string;
  readonly statements: readonly Statement[];
}
