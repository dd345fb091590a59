import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type {
  AgentCoreGateway,
  AgentCoreRuntime,
  AgentResourcePolicy,
  Part,
} from '../../shared/model/dataset.ts';
import { CodeBlock } from '../components/code-block.tsx';
import { unreadText } from '../components/reading-words.ts';
import { useAnswer } from '../queries/use-answer.ts';
import type { Entry } from './entry.ts';

/** Who else may use it, where AWS keeps a resource-based policy; nothing where there is none. */
export function ResourcePolicy({ entry }: { readonly entry: Entry }) {
  const { dataset, item } = entry;
  if (dataset === 'agentcore-runtimes' || dataset === 'agentcore-gateways') {
    return <Policy part={(item as AgentCoreRuntime | AgentCoreGateway).resourcePolicy} />;
  }
  return dataset === 'knowledge-bases' || dataset === 'agents' ? (
    <ListedPolicy entry={entry} />
  ) : null;
}

/** The policies of agents and knowledge bases are a dataset of their own. */
function ListedPolicy({ entry: { awsId, accountId, region } }: { readonly entry: Entry }) {
  const place = { accounts: [accountId], regions: [region], text: awsId };
  const answer = useAnswer('inventory.list', {
    dataset: 'agent-resource-policies',
    filter: place,
    offset: 0,
    limit: 50,
  });
  const policies = (answer.data?.rows ?? []).map(({ item }) => item as AgentResourcePolicy);
  const found = policies.find(({ resourceArn }) => resourceArn.endsWith(`/${awsId}`));
  return found === undefined ? null : <Policy part={found.policy} />;
}

function Policy({ part }: { readonly part: Part<string | null> }) {
  if (part.read && part.value === null) return null;
  return (
    <SpaceBetween size="xs">
      <Header variant="h3">Resource policy</Header>
      {part.read ? (
        <CodeBlock label="resource policy" text={spaced(part.value ?? '')} maxHeight={240} />
      ) : (
        unreadText(part.outcome)
      )}
    </SpaceBetween>
  );
}

/** JSON with line breaks; what is none stays as it is. */
function spaced(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
