import ExpandableSection from '@cloudscape-design/components/expandable-section';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PolicyText } from '../../../../shared/api/access-answers.ts';
import { JsonView } from '../../../components/json-view.tsx';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { useAnswer } from '../../../queries/use-answer.ts';
import { TabLink } from '../parts/tab-link.tsx';
import { POLICY_WORDS } from './proof-words.ts';

/** Every policy that bears on a principal, as it was read. */
export function PolicyTexts({ principalArn }: { readonly principalArn: string }) {
  const answer = useAnswer('access.policies', { principalArn });
  if (answer.error !== null) {
    return (
      <Failed what="The policies" error={answer.error} onRetry={() => void answer.refetch()} />
    );
  }
  if (answer.data === undefined) return <Loading label="the policies" height={300} />;
  if (answer.data.length === 0) return <Empty title="No policy bears on this principal" />;
  return (
    <SpaceBetween size="xs">
      {answer.data.map((policy) => (
        <PolicyView key={`${policy.policyId} ${policy.via}`} {...{ policy, principalArn }} />
      ))}
    </SpaceBetween>
  );
}

interface PolicyViewProps {
  readonly policy: PolicyText;
  readonly principalArn: string;
}

function PolicyView({ policy, principalArn }: PolicyViewProps) {
  const { name, type, via, document, policyId } = policy;
  return (
    <ExpandableSection headerText={name} headerDescription={`${POLICY_WORDS[type]}, ${via}`}>
      {document === null ? (
        'Not read: what it allows or denies is unknown.'
      ) : (
        <SpaceBetween size="xs">
          <JsonView text={document} label={`policy ${name}`} />
          <TabLink tab="change" filters={{ policy: policyId, principal: principalArn }}>
            Edit in What changes if
          </TabLink>
        </SpaceBetween>
      )}
    </ExpandableSection>
  );
}
