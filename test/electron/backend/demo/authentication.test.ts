import { request } from 'node:http';
import { BedrockClient, GetGuardrailCommand, ListGuardrailsCommand } from '@aws-sdk/client-bedrock';
import { CloudTrailClient, DescribeTrailsCommand } from '@aws-sdk/client-cloudtrail';
import {
  CloudWatchClient,
  GetMetricDataCommand,
  ListMetricsCommand,
} from '@aws-sdk/client-cloudwatch';
import { GetAccountAuthorizationDetailsCommand, IAMClient } from '@aws-sdk/client-iam';
import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { beforeAll, describe, expect, test } from 'vitest';
import { accountForTests, type ClientConfig } from '../../../helpers/simulated-client.ts';
import {
  createSmallWorld,
  DENIED_ACCOUNT,
  readerArn,
} from '../../../helpers/small-world/small-world.ts';

const account = accountForTests(createSmallWorld());

/** One cheap call of each service. */
const calls: Readonly<Record<string, (config: ClientConfig) => Promise<unknown>>> = {
  sts: (config) => new STSClient(config).send(new GetCallerIdentityCommand({})),
  cloudtrail: (config) => new CloudTrailClient(config).send(new DescribeTrailsCommand({})),
  cloudwatch: (config) => new CloudWatchClient(config).send(new ListMetricsCommand({})),
  bedrock: (config) => new BedrockClient(config).send(new ListGuardrailsCommand({})),
  iam: (config) => new IAMClient(config).send(new GetAccountAuthorizationDetailsCommand({})),
  s3: (config) => new S3Client(config).send(new ListObjectsV2Command({ Bucket: 'small-logs' })),
};

describe('an unknown access key', () => {
  const credentials = { accessKeyId: 'AKIANOBODY0000000000', secretAccessKey: 'x' };

  test.each([
    ['sts', 'InvalidClientTokenId', 403],
    ['cloudtrail', 'UnrecognizedClientException', 400],
    ['cloudwatch', 'InvalidClientTokenId', 400],
    ['bedrock', 'UnrecognizedClientException', 403],
    ['iam', 'InvalidClientTokenId', 403],
    ['s3', 'InvalidAccessKeyId', 403],
  ])('%s says %s', async (service, name, httpStatusCode) => {
    const refused = calls[service]?.(account.config({ credentials }));
    await expect(refused).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
  });
});

describe('a Region that is switched off', () => {
  test.each([
    ['sts', 'InvalidClientTokenId'],
    ['cloudtrail', 'UnrecognizedClientException'],
    ['cloudwatch', 'InvalidClientTokenId'],
    ['bedrock', 'UnrecognizedClientException'],
  ])('%s says %s', async (service, name) => {
    const refused = calls[service]?.(account.config({ region: 'eu-north-1' }));
    await expect(refused).rejects.toMatchObject({
      name,
      message: 'The security token included in the request is invalid.',
    });
  });

  test('iam answers wherever it is signed for', async () => {
    await calls.iam?.(account.config({ region: 'eu-north-1' }));
  });
});

describe('requests that are not signed', () => {
  const signed = `AWS4-HMAC-SHA256 Credential=AKIASMALLWORLD000001/20261120/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=${'a'.repeat(64)}`;

  test.each([
    ['GET', '/guardrails', {}, 403, 'MissingAuthenticationTokenException'],
    ['GET', '/guardrails', { authorization: 'Bearer x' }, 403, 'IncompleteSignatureException'],
    ['GET', '/guardrails', { authorization: signed.slice(0, -1) }, 403, 'IncompleteSignature'],
    ['GET', '/small-logs?list-type=2', {}, 403, '<Code>AccessDenied</Code>'],
    ['POST', '/?Action=GetCallerIdentity', {}, 403, '<Code>MissingAuthenticationToken</Code>'],
    [
      'POST',
      '/',
      { 'x-amz-target': 'CloudTrail_20131101.DescribeTrails' },
      400,
      'MissingAuthenticationTokenException',
    ],
    ['POST', '/nothing', {}, 403, 'MissingAuthenticationToken'],
    ['GET', '/guardrails', { authorization: signed }, 200, '"guardrails"'],
  ])('%s %s %j: %i %s', async (method, path, headers, status, text) => {
    const answer = await send(method, path, headers);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
  });

  test('operations and services that are not simulated', async () => {
    const authorization = signed.replace('/bedrock/', '/elsewhere/');
    // CreateGuardrail: what writes is never simulated.
    expect((await send('POST', '/guardrails', { authorization: signed })).status).toBe(404);
    expect((await send('GET', '/x', { authorization })).text).toContain(
      'UnknownOperationException',
    );
    const target = { authorization, 'x-amz-target': 'Logs.DescribeLogGroups' };
    expect((await send('POST', '/', target)).text).toContain('UnknownOperationException');
    const form = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send('POST', '/', form)).text).toContain('<Code>InvalidAction</Code>');
  });

  async function send(method: string, path: string, headers: Record<string, string | undefined>) {
    return new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
      const sent = request(`${account.endpoint()}${path}`, { method, headers }, (response) => {
        let text = String(response.headers['x-amzn-errortype'] ?? '');
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode, text }));
      });
      sent.on('error', reject).end();
    });
  }
});

describe('actions that the role may not do', () => {
  let config: ClientConfig;
  beforeAll(async () => {
    const input = { RoleArn: readerArn(DENIED_ACCOUNT), RoleSessionName: 'test' };
    const { Credentials } = await new STSClient(account.config()).send(
      new AssumeRoleCommand(input),
    );
    const credentials = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
    config = account.config({ credentials });
  });

  const user = `User: arn:aws:sts::${DENIED_ACCOUNT}:assumed-role/AssayReader/test`;
  const because = (action: string) =>
    `because no identity-based policy allows the ${action} action`;

  test('bedrock: AccessDeniedException, 403, with the resource', async () => {
    const guardrailIdentifier = 'guard0';
    const refused = new BedrockClient(config).send(
      new GetGuardrailCommand({ guardrailIdentifier }),
    );
    await expect(refused).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `${user} is not authorized to perform: bedrock:GetGuardrail on resource: arn:aws:bedrock:us-east-1:${DENIED_ACCOUNT}:guardrail/guard0 ${because('bedrock:GetGuardrail')}`,
      $metadata: { httpStatusCode: 403 },
    });
    await calls.bedrock?.(config);
  });

  test('iam: AccessDenied, 403', async () => {
    await expect(calls.iam?.(config)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `${user} is not authorized to perform: iam:GetAccountAuthorizationDetails on resource: * ${because('iam:GetAccountAuthorizationDetails')}`,
    });
  });

  test('cloudwatch: AccessDenied under its query name', async () => {
    const input = { MetricDataQueries: [], StartTime: new Date(0), EndTime: new Date(1) };
    const refused = new CloudWatchClient(config).send(new GetMetricDataCommand(input));
    await expect(refused).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `${user} is not authorized to perform: cloudwatch:GetMetricData ${because('cloudwatch:GetMetricData')}`,
    });
  });

  test('s3: AccessDenied with the quoted bucket', async () => {
    await expect(calls.s3?.(config)).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `${user} is not authorized to perform: s3:ListBucket on resource: "arn:aws:s3:::small-logs" ${because('s3:ListBucket')}`,
    });
  });
});
