import type { Connection } from '../../../shared/api/answers.ts';
import { partitionOf } from '../../../shared/model/partition.ts';
import type { ConfigSection, Environment, SharedConfig } from './shared-config.ts';

/** The AWS services that Assay calls, as the SDK's service ids. */
export type ServiceId =
  | 'BCM Data Exports'
  | 'Bedrock'
  | 'Bedrock Agent'
  | 'Bedrock AgentCore Control'
  | 'Bedrock Runtime'
  | 'Budgets'
  | 'CloudTrail'
  | 'CloudWatch'
  | 'CloudWatch Logs'
  | 'Cost Explorer'
  | 'EC2'
  | 'IAM'
  | 'KMS'
  | 'Lambda'
  | 'Macie2'
  | 'OpenSearchServerless'
  | 'Organizations'
  | 'Pricing'
  | 'S3'
  | 'S3 Control'
  | 'STS'
  | 'Service Quotas';

/** What decides where a service of a connection is called. */
export interface EndpointSources {
  readonly connection: Pick<Connection, 'endpointUrl' | 'profile'>;
  readonly env: Environment;
  readonly config: SharedConfig;
}

/**
 * The endpoint that overrides AWS's own, or null: the connection's, then AWS_ENDPOINT_URL_<SERVICE>
 * and AWS_ENDPOINT_URL, then the profile's `services` section and `endpoint_url`. The SDK alone
 * would read the profile of AWS_PROFILE instead of the connection's.
 */
export function endpointOf(service: ServiceId, sources: EndpointSources): string | null {
  if (sources.connection.endpointUrl !== null) return sources.connection.endpointUrl;
  const profile = profileOf(sources);
  if (isIgnored(sources.env, profile)) return null;
  const words = service.split(' ').join('_');
  return (
    nonEmpty(sources.env[`AWS_ENDPOINT_URL_${words.toUpperCase()}`]) ??
    nonEmpty(sources.env.AWS_ENDPOINT_URL) ??
    sources.config.services
      .get(profile?.get('services') ?? '')
      ?.get(`${words.toLowerCase()}.endpoint_url`) ??
    profile?.get('endpoint_url') ??
    null
  );
}

/**
 * The Region whose STS hands out role credentials. Role credentials work in every Region, but the
 * connection's first Region may not be enabled for the account that assumes the role.
 */
export function stsRegion(regions: readonly string[], sources: EndpointSources): string {
  const own =
    nonEmpty(sources.env.AWS_REGION) ??
    nonEmpty(sources.env.AWS_DEFAULT_REGION) ??
    profileOf(sources)?.get('region');
  const first = regions[0] ?? 'us-east-1';
  return own ?? (partitionOf(first) === 'aws' ? 'us-east-1' : first);
}

function profileOf(sources: EndpointSources): ConfigSection | undefined {
  return sources.config.profiles.get(profileNameOf(sources));
}

/** The profile in use: the connection's, that of AWS_PROFILE, or the one named default. */
export function profileNameOf({
  connection,
  env,
}: Pick<EndpointSources, 'connection' | 'env'>): string {
  return connection.profile ?? nonEmpty(env.AWS_PROFILE) ?? 'default';
}

function isIgnored(env: Environment, profile: ConfigSection | undefined): boolean {
  const value =
    nonEmpty(env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS) ??
    profile?.get('ignore_configured_endpoint_urls');
  return value?.toLowerCase() === 'true';
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
