import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type AwsCliTarget, awsEnvironment, missingBoto3 } from '../../../helpers/aws-cli.ts';
import { runCommand } from '../../../helpers/command.ts';
import { accountForTests } from '../../../helpers/simulated-client.ts';
import { createSmallWorld } from '../../../helpers/small-world/small-world.ts';

const account = accountForTests(createSmallWorld());
let missing: string | null = null;
let target: AwsCliTarget;

beforeAll(async () => {
  missing = await missingBoto3();
  target = { endpoint: account.endpoint(), region: 'us-east-1', ...account.world.rootKey };
});
beforeEach((context) => context.skip(missing !== null, missing ?? ''));

/** Runs a Python program that prints one JSON value. */
async function python(program: string): Promise<unknown> {
  const { stdout, stderr } = await runCommand('python3', ['-c', program], awsEnvironment(target));
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
}

test('converse_stream: botocore checks the frames and reads every event', async () => {
  const events = await python(`
import boto3, json
client = boto3.client('bedrock-runtime')
answer = client.converse_stream(modelId='acme.text-v1:0', messages=[{'role': 'user', 'content': [{'text': 'Hi'}]}])
print(json.dumps(list(answer['stream'])))
`);
  expect(events).toEqual(
    expect.arrayContaining([
      { messageStart: { role: 'assistant' } },
      { contentBlockStop: { contentBlockIndex: 0 } },
      { messageStop: { stopReason: 'end_turn' } },
    ]),
  );
}, 60_000);

test('CloudWatch over CBOR gives what it gives over JSON, errors included', async () => {
  const told = await python(`
import boto3, botocore.model, datetime, json
from botocore.exceptions import ClientError
def read(protocols):
    botocore.model.PRIORITY_ORDERED_SUPPORTED_PROTOCOLS = protocols
    client = boto3.Session().client('cloudwatch')
    metric = {'Namespace': 'AWS/Bedrock', 'MetricName': 'InputTokenCount', 'Dimensions': [{'Name': 'ModelId', 'Value': 'm0'}]}
    query = {'Id': 'a', 'MetricStat': {'Metric': metric, 'Period': 3600, 'Stat': 'Maximum'}}
    end = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.timezone.utc)
    data = client.get_metric_data(MetricDataQueries=[query], StartTime=end - datetime.timedelta(hours=5), EndTime=end)
    series = data['MetricDataResults'][0]
    try:
        client.list_metrics(NextToken='nope')
    except ClientError as error:
        code = error.response['Error']['Code']
    return {
        'protocol': client.meta.service_model.resolved_protocol,
        'times': [time.timestamp() for time in series['Timestamps']],
        'values': series['Values'],
        'metrics': len(client.list_metrics()['Metrics']),
        'code': code,
    }
print(json.dumps([read(['smithy-rpc-v2-cbor']), read(['json'])]))
`);
  const noon = Date.parse('2026-11-20T12:00:00Z') / 1000;
  const expected = {
    times: [1, 2, 3, 4, 5].map((hours) => noon - hours * 3600),
    values: [2399.5, 2398.5, 2397.5, 2396.5, 2395.5],
    metrics: 500,
    code: 'InvalidParameterValue',
  };
  expect(told).toEqual([
    { protocol: 'smithy-rpc-v2-cbor', ...expected },
    { protocol: 'json', ...expected },
  ]);
}, 60_000);
