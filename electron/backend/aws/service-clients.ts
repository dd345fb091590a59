import type { BCMDataExports } from '@aws-sdk/client-bcm-data-exports';
import type { Bedrock } from '@aws-sdk/client-bedrock';
import type { BedrockAgent } from '@aws-sdk/client-bedrock-agent';
import type { BedrockAgentCoreControl } from '@aws-sdk/client-bedrock-agentcore-control';
import type { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime';
import type { Budgets } from '@aws-sdk/client-budgets';
import type { CloudTrail } from '@aws-sdk/client-cloudtrail';
import type { CloudWatch } from '@aws-sdk/client-cloudwatch';
import type { CloudWatchLogs } from '@aws-sdk/client-cloudwatch-logs';
import type { CostExplorer } from '@aws-sdk/client-cost-explorer';
import type { EC2Client } from '@aws-sdk/client-ec2';
import type { IAM } from '@aws-sdk/client-iam';
import type { KMS } from '@aws-sdk/client-kms';
import type { Lambda } from '@aws-sdk/client-lambda';
import type { Macie2 } from '@aws-sdk/client-macie2';
import type { OpenSearchServerless } from '@aws-sdk/client-opensearchserverless';
import type { Organizations } from '@aws-sdk/client-organizations';
import type { Pricing } from '@aws-sdk/client-pricing';
import type { S3 } from '@aws-sdk/client-s3';
import type { S3Control } from '@aws-sdk/client-s3-control';
import type { ServiceQuotas } from '@aws-sdk/client-service-quotas';
import type { STS } from '@aws-sdk/client-sts';
import type { ServiceConfig } from './client-config.ts';
import { controlEndpoint } from './control-endpoint.ts';
import { type Countable, countAttempts, type OnAttempt } from './count-attempts.ts';
import type { ServiceId } from './endpoints.ts';
import { type Limitable, limitAnswers } from './limit-answers.ts';

/** Makes the client of one service for a Region, once. */
export type ClientFor<C> = (region: string) => Promise<C>;

/** The AWS services that Assay reads, each by a client for a Region. */
export interface ServiceClients {
  readonly agentCore: ClientFor<BedrockAgentCoreControl>;
  readonly bedrock: ClientFor<Bedrock>;
  readonly bedrockAgent: ClientFor<BedrockAgent>;
  readonly bedrockRuntime: ClientFor<BedrockRuntime>;
  readonly budgets: ClientFor<Budgets>;
  readonly cloudtrail: ClientFor<CloudTrail>;
  readonly cloudwatch: ClientFor<CloudWatch>;
  readonly costExplorer: ClientFor<CostExplorer>;
  readonly dataExports: ClientFor<BCMDataExports>;
  readonly iam: ClientFor<IAM>;
  readonly kms: ClientFor<KMS>;
  readonly lambda: ClientFor<Lambda>;
  readonly logs: ClientFor<CloudWatchLogs>;
  readonly macie: ClientFor<Macie2>;
  readonly organizations: ClientFor<Organizations>;
  readonly pricing: ClientFor<Pricing>;
  readonly quotas: ClientFor<ServiceQuotas>;
  readonly searchServerless: ClientFor<OpenSearchServerless>;
  readonly sts: ClientFor<STS>;
  /** Bare: one of its 823 operations is used, and only that one is bundled. */
  readonly ec2: ClientFor<EC2Client>;
  readonly s3: ClientFor<S3>;
  /** The account's own settings of S3. */
  readonly s3Control: ClientFor<S3Control>;
}

/** Clients that are loaded and built on first use, once per Region. */
export function serviceClients(config: ServiceConfig, onAttempt: OnAttempt): ServiceClients {
  const parts: Parts = {
    config,
    counted: (service, client) => limitAnswers(countAttempts(client, service, onAttempt)),
  };
  return {
    ...bedrockClients(parts),
    ...recordClients(parts),
    ...moneyClients(parts),
    ...surroundingsClients(parts),
  };
}

interface Parts {
  readonly config: ServiceConfig;
  /** Has the requests of a client counted, and the size of its answers limited. */
  readonly counted: <C extends Countable & Limitable>(service: ServiceId, client: C) => C;
}

/** Bedrock itself. */
function bedrockClients({
  config,
  counted,
}: Parts): Pick<ServiceClients, 'bedrock' | 'bedrockAgent' | 'bedrockRuntime' | 'agentCore'> {
  return {
    bedrock: oncePerRegion(async (region) => {
      const { Bedrock } = await import('@aws-sdk/client-bedrock');
      return counted('Bedrock', new Bedrock(await config('Bedrock', region)));
    }),
    bedrockAgent: oncePerRegion(async (region) => {
      const { BedrockAgent } = await import('@aws-sdk/client-bedrock-agent');
      return counted('Bedrock Agent', new BedrockAgent(await config('Bedrock Agent', region)));
    }),
    bedrockRuntime: oncePerRegion(async (region) => {
      const { BedrockRuntime } = await import('@aws-sdk/client-bedrock-runtime');
      return counted(
        'Bedrock Runtime',
        new BedrockRuntime(await config('Bedrock Runtime', region)),
      );
    }),
    agentCore: oncePerRegion(async (region) => {
      const { BedrockAgentCoreControl } = await import('@aws-sdk/client-bedrock-agentcore-control');
      return counted(
        'Bedrock AgentCore Control',
        new BedrockAgentCoreControl(await config('Bedrock AgentCore Control', region)),
      );
    }),
  };
}

/** Who is who, and what is recorded. */
function recordClients({
  config,
  counted,
}: Parts): Pick<
  ServiceClients,
  'cloudtrail' | 'cloudwatch' | 'iam' | 'logs' | 'organizations' | 'sts'
> {
  return {
    cloudtrail: oncePerRegion(async (region) => {
      const { CloudTrail } = await import('@aws-sdk/client-cloudtrail');
      return counted('CloudTrail', new CloudTrail(await config('CloudTrail', region)));
    }),
    cloudwatch: oncePerRegion(async (region) => {
      const { CloudWatch } = await import('@aws-sdk/client-cloudwatch');
      return counted('CloudWatch', new CloudWatch(await config('CloudWatch', region)));
    }),
    iam: oncePerRegion(async (region) => {
      const { IAM } = await import('@aws-sdk/client-iam');
      return counted('IAM', new IAM(await config('IAM', region)));
    }),
    logs: oncePerRegion(async (region) => {
      const { CloudWatchLogs } = await import('@aws-sdk/client-cloudwatch-logs');
      return counted(
        'CloudWatch Logs',
        new CloudWatchLogs(await config('CloudWatch Logs', region)),
      );
    }),
    organizations: oncePerRegion(async (region) => {
      const { Organizations } = await import('@aws-sdk/client-organizations');
      return counted('Organizations', new Organizations(await config('Organizations', region)));
    }),
    sts: oncePerRegion(async (region) => {
      const { STS } = await import('@aws-sdk/client-sts');
      return counted('STS', new STS(await config('STS', region)));
    }),
  };
}

/** What it costs and what limits it. */
function moneyClients({
  config,
  counted,
}: Parts): Pick<ServiceClients, 'budgets' | 'costExplorer' | 'dataExports' | 'pricing' | 'quotas'> {
  return {
    budgets: oncePerRegion(async (region) => {
      const { Budgets } = await import('@aws-sdk/client-budgets');
      return counted('Budgets', new Budgets(await config('Budgets', region)));
    }),
    costExplorer: oncePerRegion(async (region) => {
      const { CostExplorer } = await import('@aws-sdk/client-cost-explorer');
      return counted('Cost Explorer', new CostExplorer(await config('Cost Explorer', region)));
    }),
    dataExports: oncePerRegion(async (region) => {
      const { BCMDataExports } = await import('@aws-sdk/client-bcm-data-exports');
      return counted(
        'BCM Data Exports',
        new BCMDataExports(await config('BCM Data Exports', region)),
      );
    }),
    pricing: oncePerRegion(async (region) => {
      const { Pricing } = await import('@aws-sdk/client-pricing');
      return counted('Pricing', new Pricing(await config('Pricing', region)));
    }),
    quotas: oncePerRegion(async (region) => {
      const { ServiceQuotas } = await import('@aws-sdk/client-service-quotas');
      return counted('Service Quotas', new ServiceQuotas(await config('Service Quotas', region)));
    }),
  };
}

/** What lies around Bedrock. */
function surroundingsClients({
  config,
  counted,
}: Parts): Pick<
  ServiceClients,
  'ec2' | 'kms' | 'lambda' | 'macie' | 's3' | 's3Control' | 'searchServerless'
> {
  return {
    ec2: oncePerRegion(async (region) => {
      const { EC2Client } = await import('@aws-sdk/client-ec2');
      return counted('EC2', new EC2Client(await config('EC2', region)));
    }),
    kms: oncePerRegion(async (region) => {
      const { KMS } = await import('@aws-sdk/client-kms');
      return counted('KMS', new KMS(await config('KMS', region)));
    }),
    lambda: oncePerRegion(async (region) => {
      const { Lambda } = await import('@aws-sdk/client-lambda');
      return counted('Lambda', new Lambda(await config('Lambda', region)));
    }),
    macie: oncePerRegion(async (region) => {
      const { Macie2 } = await import('@aws-sdk/client-macie2');
      return counted('Macie2', new Macie2(await config('Macie2', region)));
    }),
    s3: oncePerRegion(async (region) => {
      const { S3 } = await import('@aws-sdk/client-s3');
      const base = await config('S3', region);
      const overridden = base.endpoint !== undefined;
      return counted(
        'S3',
        new S3({ ...base, forcePathStyle: overridden, followRegionRedirects: true }),
      );
    }),
    s3Control: oncePerRegion(async (region) => {
      const { S3Control } = await import('@aws-sdk/client-s3-control');
      const base = await config('S3 Control', region);
      return counted('S3 Control', new S3Control({ ...base, ...controlEndpoint(base) }));
    }),
    searchServerless: oncePerRegion(async (region) => {
      const { OpenSearchServerless } = await import('@aws-sdk/client-opensearchserverless');
      return counted(
        'OpenSearchServerless',
        new OpenSearchServerless(await config('OpenSearchServerless', region)),
      );
    }),
  };
}

function oncePerRegion<C>(make: ClientFor<C>): ClientFor<C> {
  const made = new Map<string, Promise<C>>();
  return (region) => {
    const client = made.get(region) ?? make(region);
    made.set(region, client);
    return client;
  };
}
