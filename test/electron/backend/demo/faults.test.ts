import { BedrockClient, ListGuardrailsCommand } from '@aws-sdk/client-bedrock';
import { CloudTrailClient, DescribeTrailsCommand } from '@aws-sdk/client-cloudtrail';
import { CloudWatchClient, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { GetAccountAuthorizationDetailsCommand, IAMClient } from '@aws-sdk/client-iam';
import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, test } from 'vitest';
import { accountForTests, type ClientConfig } from '../../../helpers/simulated-client.ts';
import { createSmallWorld } from '../../../helpers/small-world/small-world.ts';

const account = accountForTests(createSmallWorld());
afterEach(() => account.faults().clear());

/** An operation of each protocol, with how the service spells its errors to the SDK. */
const operations: readonly {
  readonly operation: string;
  readonly call: (config: ClientConfig) => Promise<unknown>;
  readonly throttled: string;
  readonly denied: string;
  readonly failed: string;
  readonly expired: string;
}[] = [
  {
    operation: 'bedrock:ListGuardrails',
    call: (config) => new BedrockClient(config).send(new ListGuardrailsCommand({})),
    throttled: 'ThrottlingException',
    denied: 'AccessDeniedException',
    failed: 'InternalServerException',
    expired: 'ExpiredTokenException',
  },
  {
    operation: 'cloudtrail:DescribeTrails',
    call: (config) => new CloudTrailClient(config).send(new DescribeTrailsCommand({})),
    throttled: 'ThrottlingException',
    denied: 'AccessDeniedException',
    failed: 'InternalFailure',
    expired: 'ExpiredTokenException',
  },
  {
    operation: 'cloudwatch:ListMetrics',
    call: (config) => new CloudWatchClient(config).send(new ListMetricsCommand({})),
    throttled: 'Throttling',
    denied: 'AccessDenied',
    failed: 'InternalServiceFault',
    expired: 'ExpiredToken',
  },
  {
    operation: 'iam:GetAccountAuthorizationDetails',
    call: (config) => new IAMClient(config).send(new GetAccountAuthorizationDetailsCommand({})),
    throttled: 'Throttling',
    denied: 'AccessDenied',
    failed: 'ServiceFailureException',
    expired: 'ExpiredToken',
  },
  {
    operation: 's3:ListObjectsV2',
    call: (config) =>
      new S3Client(config).send(new ListObjectsV2Command({ Bucket: 'small-logs', MaxKeys: 2 })),
    throttled: 'SlowDown',
    denied: 'AccessDenied',
    failed: 'InternalError',
    expired: 'ExpiredToken',
  },
];

describe.each(operations)('$operation', ({ operation, call, ...names }) => {
  test.each([
    ['throttle', names.throttled],
    ['deny', names.denied],
    ['fail', names.failed],
    ['expire', names.expired],
  ] as const)('%s shows as %s, then is over', async (kind, name) => {
    account.faults().set(operation, { kind, times: 1 });
    await expect(call(account.config())).rejects.toMatchObject({ name });
    await call(account.config());
  });

  test.each(['malformed', 'drop', 'cut'] as const)('%s is an error of the client', async (kind) => {
    account.faults().set(operation, { kind, times: 1 });
    await expect(call(account.config())).rejects.toThrow();
    await call(account.config());
  });

  test('a clock that is off is refused, and corrected by the SDK from the Date of the answer', async () => {
    account.faults().set(operation, { kind: 'skew', skewMs: 3_600_000 });
    await expect(call(account.config())).rejects.toThrow(/Signature expired|RequestTimeTooSkewed/);
    await call(account.config({ maxAttempts: 2 }));
  });

  test('the SDK retries throttling and dropped connections', async () => {
    account.faults().set(operation, { kind: 'throttle', times: 1 });
    await call(account.config({ maxAttempts: 3 }));
    account.faults().set(operation, { kind: 'drop', times: 1 });
    await call(account.config({ maxAttempts: 3 }));
  });
});

describe('switches', () => {
  const guardrails = () =>
    new BedrockClient(account.config()).send(new ListGuardrailsCommand({ maxResults: 1 }));

  test('stay on until cleared, for one operation', async () => {
    account.faults().set('bedrock:ListGuardrails', { kind: 'deny' });
    await expect(guardrails()).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(guardrails()).rejects.toMatchObject({ name: 'AccessDeniedException' });
    account.faults().clear('bedrock:ListGuardrails');
    await guardrails();
  });

  test('* reaches every operation', async () => {
    account.faults().set('*', { kind: 'fail', times: 2 });
    await expect(guardrails()).rejects.toMatchObject({ name: 'InternalServerException' });
    for (const { call } of operations.slice(1, 2))
      await expect(call(account.config())).rejects.toThrow();
    await guardrails();
  });

  test('a delay still answers, and the log shows each request', async () => {
    account.faults().set('bedrock:ListGuardrails', { kind: 'delay', delayMs: 5, times: 1 });
    const before = account.requests.length;
    expect((await guardrails()).guardrails).toHaveLength(1);
    expect(account.requests.slice(before)).toEqual([
      {
        operation: 'bedrock:ListGuardrails',
        accessKeyId: account.world.rootKey.accessKeyId,
        region: 'us-east-1',
        status: 200,
      },
    ]);
  });

  test('denyAll leaves sts', async () => {
    account.faults().denyAll();
    for (const { call, denied } of operations) {
      await expect(call(account.config())).rejects.toMatchObject({ name: denied });
    }
    await new STSClient(account.config()).send(new GetCallerIdentityCommand({}));
  });

  test('a cut object is seen as broken, not as short', async () => {
    account.faults().set('s3:GetObject', { kind: 'cut' });
    const [object] = account.world.objects('small-logs', '');
    const input = { Bucket: 'small-logs', Key: object?.key ?? '' };
    const read = async () => {
      const answer = await new S3Client(account.config()).send(new GetObjectCommand(input));
      return answer.Body?.transformToByteArray();
    };
    await expect(read()).rejects.toThrow();
  });
});
