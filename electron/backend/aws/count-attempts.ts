import type { ServiceId } from './endpoints.ts';

/** Told of every request that leaves, retries too: `bedrock:ListGuardrails`. */
export type OnAttempt = (operation: string) => void;

/** What the SDK tells a middleware of the call it stands in. */
interface CallOfSdk {
  readonly commandName?: string;
}

type Passing = <A, R>(next: (args: A) => Promise<R>, context: CallOfSdk) => (args: A) => Promise<R>;

/** A client of the SDK, as far as counting needs it. */
export interface Countable {
  readonly middlewareStack: {
    add(
      middleware: Passing,
      options: {
        readonly step: 'finalizeRequest';
        readonly priority: 'low';
        readonly name: string;
      },
    ): void;
  };
}

/**
 * Counts a client's requests. The middleware stands behind the SDK's retries, so that each attempt
 * passes it.
 */
export function countAttempts<C extends Countable>(
  client: C,
  service: ServiceId,
  onAttempt: OnAttempt,
): C {
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      (args) => {
        onAttempt(operationName(service, commandName));
        return next(args);
      },
    { step: 'finalizeRequest', priority: 'low', name: 'countAttempts' },
  );
  return client;
}

/**
 * The IAM prefix of each service, which its operations are counted under; that of S3 Control is S3's,
 * whose operations have the same names.
 */
const PREFIXES: Readonly<Record<ServiceId, string>> = {
  'BCM Data Exports': 'bcm-data-exports',
  Bedrock: 'bedrock',
  'Bedrock Agent': 'bedrock',
  'Bedrock AgentCore Control': 'bedrock-agentcore',
  'Bedrock Runtime': 'bedrock',
  Budgets: 'budgets',
  CloudTrail: 'cloudtrail',
  CloudWatch: 'cloudwatch',
  'CloudWatch Logs': 'logs',
  'Cost Explorer': 'ce',
  EC2: 'ec2',
  IAM: 'iam',
  KMS: 'kms',
  Lambda: 'lambda',
  Macie2: 'macie2',
  OpenSearchServerless: 'aoss',
  Organizations: 'organizations',
  Pricing: 'pricing',
  S3: 's3',
  'S3 Control': 's3control',
  STS: 'sts',
  'Service Quotas': 'servicequotas',
};

/** Operations whose price is listed under the name of their IAM action. */
const BILLED_AS: Readonly<Record<string, string>> = {
  's3:ListObjectsV2': 's3:ListBucket',
};

function operationName(service: ServiceId, commandName: string): string {
  const operation = `${PREFIXES[service]}:${commandName.replace(/Command$/, '')}`;
  return BILLED_AS[operation] ?? operation;
}
