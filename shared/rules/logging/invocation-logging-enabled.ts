import type { InvocationLogging } from '../../model/dataset.ts';
import { defineRule } from '../rule.ts';
import { callsByCaller, recentUsage } from '../traffic.ts';

/** Model invocation logging is on, with a destination, in every Region in which models are called. */
export const invocationLoggingEnabled = defineRule({
  id: 'invocation-logging-enabled',
  title: 'Model invocation logging is on where models are called',
  severity: 'high',
  theme: 'logging',
  rationale:
    'CloudTrail tells who called a model but neither tokens nor text. Without model invocation logging, cost cannot be tied to callers and an abuse cannot be reconstructed. Logging is set per Region and is off by default, so a Region that somebody starts to use is not covered.',
  remediation: {
    console:
      'Amazon Bedrock console, in the Region: Settings, Model invocation logging, turn it on, choose the modalities and an S3 bucket or a log group.',
    cli: `aws bedrock put-model-invocation-logging-configuration --region REGION --logging-config '{"s3Config":{"bucketName":"BUCKET","keyPrefix":"bedrock"},"textDataDeliveryEnabled":true,"imageDataDeliveryEnabled":true,"embeddingDataDeliveryEnabled":true}'`,
    terraform: `resource "aws_bedrock_model_invocation_logging_configuration" "this" {
  logging_config {
    text_data_delivery_enabled      = true
    image_data_delivery_enabled     = true
    embedding_data_delivery_enabled = true
    s3_config {
      bucket_name = aws_s3_bucket.invocation_logs.id
      key_prefix  = "bedrock"
    }
  }
}`,
  },
  references: [
    'https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html',
    'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelInvocationLoggingConfiguration.html',
  ],
  frameworks: [
    'NIST 800-53: AU-2 Event Logging',
    'NIST 800-53: AU-12 Audit Record Generation',
    'NIST AI RMF: MEASURE 2.4 Monitoring in production',
    'ISO 42001: A.6.2.8 AI system recording of event logs',
    'SOC 2: CC7.2 Monitoring of system components',
    'HIPAA: 164.312(b) Audit controls',
    'OWASP LLM Top 10 2025: LLM10 Unbounded Consumption',
    'AWS Well-Architected Generative AI Lens: GENOPS02-BP02 Monitor foundation model metrics',
  ],
  needs: ['invocation-logging', 'observed-usage'],
  evaluate: (input) => {
    const usage = recentUsage(input.items('observed-usage'), input.context.today);
    if (usage.length === 0) {
      return { nothing: 'no model was called here in the last 30 days' };
    }
    const [logging] = input.items('invocation-logging');
    const on = logging !== undefined && destinationsOf(logging).length > 0;
    return [
      {
        resource: `Model invocation logging of ${input.region}`,
        status: on ? 'pass' : 'fail',
        reason: `${stateOf(logging)}; ${callsByCaller(usage)} in the last 30 days.`,
        evidence: [
          input.evidence('invocation-logging', logging ?? null),
          input.evidence('observed-usage', usage),
        ],
      },
    ];
  },
});

function stateOf(logging: InvocationLogging | undefined): string {
  if (logging === undefined || !logging.enabled) return 'Logging is off';
  const destinations = destinationsOf(logging);
  if (destinations.length === 0) return 'Logging is on but has no destination';
  return `Logging is on, to ${destinations.join(' and ')}`;
}

function destinationsOf(logging: InvocationLogging): readonly string[] {
  if (!logging.enabled) return [];
  const bucket = logging.s3Bucket === null ? [] : [`bucket ${logging.s3Bucket}`];
  return logging.logGroup === null ? bucket : [...bucket, `log group ${logging.logGroup}`];
}
