import type {
  ApiKeyCredentialProviderItem,
  BedrockAgentCoreControl,
  Oauth2CredentialProviderItem,
  WorkloadIdentityType,
} from '@aws-sdk/client-bedrock-agentcore-control';
import type { AgentCoreIdentity } from '../../../../shared/model/dataset.ts';
import { allItems } from '../../aws/all-items.ts';
import { inParallel, together } from '../../aws/in-parallel.ts';
import { instant, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';

const AT_ONCE = 4;

/**
 * Workload identities and the providers of credentials, by name and by the ARN of their secret. No
 * call here answers, or could answer, a credential.
 */
export const identities: Collector<'agentcore-identities'> = {
  dataset: 'agentcore-identities',
  title: 'AgentCore workload identities and credential providers',
  scope: 'region',
  iamActions: [
    'bedrock-agentcore:ListWorkloadIdentities',
    'bedrock-agentcore:ListOauth2CredentialProviders',
    'bedrock-agentcore:GetOauth2CredentialProvider',
    'bedrock-agentcore:ListApiKeyCredentialProviders',
    'bedrock-agentcore:GetApiKeyCredentialProvider',
  ],
  collect: async (context) => {
    const client = await context.clients.agentCore(context.region);
    const found = await together([
      readWorkloadIdentities(context, client),
      readOauth2Providers(context, client),
      readApiKeyProviders(context, client),
    ]);
    return found.flat();
  },
};

async function readWorkloadIdentities(
  { call }: CollectContext,
  client: BedrockAgentCoreControl,
): Promise<readonly AgentCoreIdentity[]> {
  const found = await allItems(
    (nextToken) =>
      call('bedrock-agentcore:ListWorkloadIdentities', (options) =>
        client.listWorkloadIdentities({ maxResults: 20, nextToken }, options),
      ),
    (page) => page.workloadIdentities,
  );
  return found.map(toWorkloadIdentity);
}

/** A workload identity, of which a list tells no more than the name. */
export function toWorkloadIdentity(item: WorkloadIdentityType): AgentCoreIdentity {
  return {
    kind: 'workload-identity',
    name: text(item.name, 'workloadIdentities.name'),
    arn: text(item.workloadIdentityArn, 'workloadIdentities.workloadIdentityArn'),
    vendor: null,
    createdAt: null,
    secretArn: { read: true, value: null },
  };
}

async function readOauth2Providers(
  { call, part }: CollectContext,
  client: BedrockAgentCoreControl,
): Promise<readonly AgentCoreIdentity[]> {
  const found = await allItems(
    (nextToken) =>
      call('bedrock-agentcore:ListOauth2CredentialProviders', (options) =>
        client.listOauth2CredentialProviders({ maxResults: 20, nextToken }, options),
      ),
    (page) => page.credentialProviders,
  );
  return inParallel(found, AT_ONCE, async (item) => {
    const provider = toProvider('oauth2-credential-provider', item);
    const secretArn = await part('bedrock-agentcore:GetOauth2CredentialProvider', async () => {
      const detail = await call('bedrock-agentcore:GetOauth2CredentialProvider', (options) =>
        client.getOauth2CredentialProvider({ name: provider.name }, options),
      );
      return detail.clientSecretArn?.secretArn ?? null;
    });
    return { ...provider, vendor: item.credentialProviderVendor ?? null, secretArn };
  });
}

async function readApiKeyProviders(
  { call, part }: CollectContext,
  client: BedrockAgentCoreControl,
): Promise<readonly AgentCoreIdentity[]> {
  const found = await allItems(
    (nextToken) =>
      call('bedrock-agentcore:ListApiKeyCredentialProviders', (options) =>
        client.listApiKeyCredentialProviders({ maxResults: 20, nextToken }, options),
      ),
    (page) => page.credentialProviders,
  );
  return inParallel(found, AT_ONCE, async (item) => {
    const provider = toProvider('api-key-credential-provider', item);
    const secretArn = await part('bedrock-agentcore:GetApiKeyCredentialProvider', async () => {
      const detail = await call('bedrock-agentcore:GetApiKeyCredentialProvider', (options) =>
        client.getApiKeyCredentialProvider({ name: provider.name }, options),
      );
      return detail.apiKeySecretArn?.secretArn ?? null;
    });
    return { ...provider, secretArn };
  });
}

/** A provider as its list tells it. */
export function toProvider(
  kind: Exclude<AgentCoreIdentity['kind'], 'workload-identity'>,
  item: Oauth2CredentialProviderItem | ApiKeyCredentialProviderItem,
): Omit<AgentCoreIdentity, 'secretArn'> {
  return {
    kind,
    name: text(item.name, 'credentialProviders.name'),
    arn: text(item.credentialProviderArn, 'credentialProviders.credentialProviderArn'),
    vendor: null,
    createdAt: instant(item.createdTime),
  };
}
