import type { AgentCoreIdentity } from '../../../../../shared/model/dataset.ts';
import { msOfInstant } from '../../../../../shared/model/period.ts';
import type { Call, Operation } from '../../service.ts';
import { knownValue } from '../../world/agents/known.ts';
import { agentCorePage, itemOf, MADE_SECONDS } from './resources.ts';

const MAX_PAGE = 20;

/** Workload identities and credential providers; nothing here holds or gives a credential. */
export const identityOperations: Readonly<Record<string, Operation>> = {
  ListWorkloadIdentities: {
    http: 'POST /identities/ListWorkloadIdentities',
    action: 'bedrock-agentcore:ListWorkloadIdentities',
    run: listWorkloadIdentities,
  },
  ListOauth2CredentialProviders: {
    http: 'POST /identities/ListOauth2CredentialProviders',
    action: 'bedrock-agentcore:ListOauth2CredentialProviders',
    run: (call) => listProviders(call, 'oauth2-credential-provider'),
  },
  GetOauth2CredentialProvider: {
    http: 'POST /identities/GetOauth2CredentialProvider',
    action: 'bedrock-agentcore:GetOauth2CredentialProvider',
    run: getOauth2Provider,
  },
  ListApiKeyCredentialProviders: {
    http: 'POST /identities/ListApiKeyCredentialProviders',
    action: 'bedrock-agentcore:ListApiKeyCredentialProviders',
    run: (call) => listProviders(call, 'api-key-credential-provider'),
  },
  GetApiKeyCredentialProvider: {
    http: 'POST /identities/GetApiKeyCredentialProvider',
    action: 'bedrock-agentcore:GetApiKeyCredentialProvider',
    run: (call) => {
      const provider = findProvider(call, 'api-key-credential-provider');
      return { ...heading(provider), apiKeySecretArn: secretOf(provider) };
    },
  },
};

type Kind = AgentCoreIdentity['kind'];

function identitiesOf(call: Call, wanted: Kind): readonly AgentCoreIdentity[] {
  return call.world
    .agentCoreIdentities(call.identity.accountId, call.region)
    .filter(({ kind }) => kind === wanted);
}

function listWorkloadIdentities(call: Call): object {
  const page = agentCorePage(call, identitiesOf(call, 'workload-identity'), MAX_PAGE);
  return {
    workloadIdentities: page.items.map(({ name, arn }) => ({ name, workloadIdentityArn: arn })),
    nextToken: page.next,
  };
}

function listProviders(call: Call, kind: Kind): object {
  const page = agentCorePage(call, identitiesOf(call, kind), MAX_PAGE);
  return { credentialProviders: page.items.map(heading), nextToken: page.next };
}

function heading({ name, arn, vendor, createdAt }: AgentCoreIdentity): object {
  const seconds = createdAt === null ? MADE_SECONDS : msOfInstant(createdAt) / 1000;
  return {
    name,
    credentialProviderArn: arn,
    credentialProviderVendor: vendor ?? undefined,
    createdTime: seconds,
    lastUpdatedTime: seconds,
  };
}

function findProvider(call: Call, kind: Kind): AgentCoreIdentity {
  return itemOf(call, 'name', (name) =>
    identitiesOf(call, kind).find((provider) => provider.name === name),
  );
}

function secretOf({ secretArn }: AgentCoreIdentity): object {
  return { secretArn: knownValue(secretArn) };
}

function getOauth2Provider(call: Call): object {
  const provider = findProvider(call, 'oauth2-credential-provider');
  const { region } = call;
  const discoveryUrl = `https://login.${provider.name}.example/.well-known/openid-configuration`;
  const config = { oauthDiscovery: { discoveryUrl }, clientId: `${provider.name}-client` };
  const member =
    provider.vendor === 'GoogleOauth2'
      ? 'googleOauth2ProviderConfig'
      : 'customOauth2ProviderConfig';
  return {
    ...heading(provider),
    clientSecretArn: secretOf(provider),
    callbackUrl: `https://bedrock-agentcore.${region}.amazonaws.com/identities/oauth2/callback`,
    oauth2ProviderConfigOutput: { [member]: config },
  };
}
