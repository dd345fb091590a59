import { instantOfMs } from '../../shared/model/period.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';

const START_MS = 1_759_276_800_000;
const DAYS = 30;
const MONTH_MS = DAYS * 86_400_000;

/** The month that the generated records lie in, as days. */
export const BENCH_PERIOD = { from: '2025-10-01', to: '2025-10-31' } as const;

const ACCOUNTS = Array.from({ length: 12 }, (_, i) => String(111_122_223_300 + i));
const REGIONS = [
  'us-east-1',
  'us-west-2',
  'eu-west-1',
  'eu-central-1',
  'ap-northeast-1',
  'sa-east-1',
];
const ROLES = Array.from({ length: 400 }, (_, i) => `service-role-${i}`);
const ROLE_PLACES = ROLES.map((_, place) => place);
const MODELS = [
  'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
  'anthropic.claude-3-haiku-20240307-v1:0',
  'amazon.nova-lite-v1:0',
  'arn:aws:bedrock:us-east-1:111122223300:inference-profile/us.amazon.nova-pro-v1:0',
  'global.anthropic.claude-haiku-4-5-20251001-v1:0',
  'meta.llama3-1-70b-instruct-v1:0',
  'cohere.embed-english-v3',
  'mistral.mistral-large-2407-v1:0',
];
const OTHER_ACTIONS = ['ListFoundationModels', 'GetGuardrail', 'ListGuardrails', 'GetAgent'];
const OPERATIONS = ['Converse', 'ConverseStream', 'InvokeModel', 'InvokeModelWithResponseStream'];

/** What one generated call has in common between its event and its log. */
export interface BenchCall {
  readonly time: string;
  readonly account: string;
  readonly region: string;
  readonly role: string;
  readonly session: string;
  readonly model: string;
  readonly requestId: string;
}

/**
 * A call at its place in the month: record `index` of `total`, in the order of time. A role belongs
 * to one account; an account works in two Regions with three models.
 */
export function benchCall(random: SeededRandom, index: number, total: number): BenchCall {
  const time = instantOfMs(START_MS + Math.floor(((index / total) * MONTH_MS) / 1000) * 1000);
  const roleAt = random.skewed(ROLE_PLACES);
  const accountAt = roleAt % ACCOUNTS.length;
  return {
    time,
    account: ACCOUNTS[accountAt] ?? '',
    region: REGIONS[(accountAt + (random.int(5) === 0 ? 1 : 0)) % REGIONS.length] ?? '',
    role: ROLES[roleAt] ?? '',
    session: `session-${random.int(9_000)}`,
    model: MODELS[(accountAt * 3 + random.skewed([0, 1, 2])) % MODELS.length] ?? '',
    requestId: random.uuid(),
  };
}

/** A CloudTrail record of 1.5 to 2.5 KB; 70 % are inference, as in a busy account. */
export function cloudTrailRecord(random: SeededRandom, call: BenchCall): unknown {
  const inference = random.int(10) < 7;
  const role = `arn:aws:iam::${call.account}:role/${call.role}`;
  const principalId = `AROA${call.role.toUpperCase().padEnd(17, 'X')}`;
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `${principalId}:${call.session}`,
      arn: `arn:aws:sts::${call.account}:assumed-role/${call.role}/${call.session}`,
      accountId: call.account,
      accessKeyId: `ASIA${random.int(1_000_000_000).toString(36).toUpperCase().padStart(16, 'Q')}`,
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId,
          arn: role,
          accountId: call.account,
          userName: call.role,
        },
        attributes: { creationDate: call.time, mfaAuthenticated: 'false' },
      },
    },
    eventTime: call.time,
    eventSource: 'bedrock.amazonaws.com',
    eventName: inference ? random.pick(OPERATIONS) : random.pick(OTHER_ACTIONS),
    awsRegion: call.region,
    sourceIPAddress: `10.${random.int(4)}.${random.int(16)}.${random.int(250)}`,
    userAgent: `Boto3/1.40.${random.int(60)} md/Botocore#1.40.${random.int(60)} ua/2.1 os/linux#6.1.${random.int(150)} md/arch#x86_64 lang/python#3.12.${random.int(9)} md/pyimpl#CPython exec-env/AWS_ECS_FARGATE cfg/retry-mode#standard Botocore/1.40.${random.int(60)}`,
    requestParameters: inference
      ? { modelId: call.model }
      : { maxResults: 1000, nextToken: text(random, 200 + random.int(900)) },
    responseElements: null,
    ...(inference && random.int(3) === 0
      ? { additionalEventData: { inferenceRegion: random.pick(REGIONS) } }
      : {}),
    ...(random.int(20) === 0
      ? { errorCode: 'AccessDenied', errorMessage: text(random, 200 + random.int(300)) }
      : {}),
    requestID: call.requestId,
    eventID: random.uuid(),
    readOnly: true,
    resources: [
      {
        accountId: call.account,
        type: 'AWS::Bedrock::Model',
        ARN: `arn:aws:bedrock:${call.region}::foundation-model/${call.model}`,
      },
    ],
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: call.account,
    eventCategory: 'Management',
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: `bedrock-runtime.${call.region}.amazonaws.com`,
    },
  };
}

/** A model invocation log record with bodies of 0.7 to 8.5 KB. */
export function invocationRecord(random: SeededRandom, call: BenchCall): unknown {
  const inputTokens = 50 + random.int(3_000);
  const outputTokens = 10 + random.int(900);
  const cacheWrite = random.int(4) === 0 ? random.int(2_000) : 0;
  return {
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    timestamp: call.time,
    accountId: call.account,
    identity: { arn: `arn:aws:sts::${call.account}:assumed-role/${call.role}/${call.session}` },
    region: call.region,
    requestId: call.requestId,
    operation: 'Converse',
    modelId: call.model,
    input: {
      inputContentType: 'application/json',
      inputBodyJson: {
        messages: [{ role: 'user', content: [{ text: text(random, 300 + random.int(5_200)) }] }],
        inferenceConfig: { maxTokens: 2048, temperature: 0.2 },
      },
      inputTokenCount: inputTokens,
      cacheReadInputTokenCount: random.int(4) === 0 ? random.int(9_000) : 0,
      cacheWriteInputTokenCount: cacheWrite,
    },
    output: {
      outputContentType: 'application/json',
      outputBodyJson: {
        output: {
          message: {
            role: 'assistant',
            content: [{ text: text(random, 100 + random.int(2_000)) }],
          },
        },
        stopReason: random.int(12) === 0 ? 'max_tokens' : 'end_turn',
        metrics: { latencyMs: 200 + random.int(20_000) },
        usage: {
          inputTokens,
          outputTokens,
          totalTokens: inputTokens + outputTokens,
          ...(cacheWrite > 0 ? { cacheDetails: [{ ttl: '5m', inputTokens: cacheWrite }] } : {}),
        },
      },
      outputTokenCount: outputTokens,
    },
  };
}

const PAGES = Array.from({ length: 64 }, (_, i) => page(seededRandom(i + 1)));

/** Text of `length` characters that gzip makes about a third of. */
function text(random: SeededRandom, length: number): string {
  const from = random.pick(PAGES);
  const start = random.int(from.length - length);
  return from.slice(start, start + length);
}

function page(random: SeededRandom): string {
  const words = Array.from({ length: 2_000 }, () => word(random));
  return Array.from({ length: 6_000 }, () => random.skewed(words))
    .join(' ')
    .slice(0, 24_000);
}

function word(random: SeededRandom): string {
  return Array.from({ length: 2 + random.int(8) }, () =>
    String.fromCharCode(97 + random.int(26)),
  ).join('');
}
