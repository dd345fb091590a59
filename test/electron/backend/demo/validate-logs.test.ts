import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { createWorld } from '../../../../electron/backend/demo/world/create-world.ts';
import { type AwsCliTarget, missingAwsCli, runAwsCli } from '../../../helpers/aws-cli.ts';
import { accountForTests } from '../../../helpers/simulated-client.ts';

const world = createWorld({ now: '2026-11-20T12:00:00Z' });
const account = accountForTests(world);
const [trail] = world.trails('222233334444');
let missing: string | null = null;

/** Whoever asks must be told the Region of the bucket, which its own account alone is. */
const bucketOwner = '444455556666';
let credentials: Omit<AwsCliTarget, 'endpoint' | 'region'>;

beforeAll(async () => {
  missing = await missingAwsCli();
  const { Credentials } = await new STSClient(account.config()).send(
    new AssumeRoleCommand({
      RoleArn: world.readerRoleArns.find((arn) => arn.includes(bucketOwner)),
      RoleSessionName: 'validation',
    }),
  );
  credentials = {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
});
beforeEach((context) => context.skip(missing !== null, missing ?? ''));

/** What AWS's own tool says of the trail in one Region of an account. */
function validate(region: string) {
  const target: AwsCliTarget = { endpoint: account.endpoint(), region, ...credentials };
  return runAwsCli(target, [
    'cloudtrail',
    'validate-logs',
    ...['--region', region],
    ...['--trail-arn', trail?.trailArn ?? '', '--account-id', '222233334444'],
    ...['--start-time', '2026-11-04T01:00:00Z', '--end-time', '2026-11-20T12:00:00Z'],
  ]);
}

test("AWS's own validation proves every digest and log file of a Region", async () => {
  const { code, stdout, stderr } = await validate('us-east-1');
  expect(stderr).toBe('');
  expect(stdout).toMatch(/\b17\/17 digest files valid\n/);
  expect(stdout).toMatch(/\b(\d+)\/\1 log files valid\n/);
  expect(code).toBe(0);
}, 120_000);

test("AWS's own validation misses the log file of the night of the stolen key", async () => {
  const { code, stdout, stderr } = await validate('eu-west-1');
  expect(stderr).toMatch(
    /CloudTrail_eu-west-1_20261107T0240Z_\w{16}\.json\.gz\tINVALID: not found/,
  );
  expect(stdout).toMatch(/\b17\/17 digest files valid\n/);
  expect(stdout).toMatch(/, 1\/\d+ log files INVALID/);
  expect(code).toBe(1);
}, 120_000);
