import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ProfileRow } from '../../../shared/api/answers.ts';
import { ItemEvidence } from '../../components/item-evidence.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { unreadText } from '../../components/reading-words.ts';
import { RegionList } from '../../components/region-name.tsx';
import { Tokens } from '../../components/tokens.tsx';
import { When } from '../../components/when.tsx';
import { profileKind, tagTexts } from './filter-models.ts';

const ACTIONS = ['bedrock:ListInferenceProfiles'] as const;

/** One profile: what it stands for, where its calls may go, who pays for it, and the evidence. */
export function ProfileDetails({ row }: { readonly row: ProfileRow }) {
  const { evidence, modelId } = row;
  const { profileId: key } = row;
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
        columns={3}
        minColumnWidth={170}
        items={[
          { label: 'Profile id', value: row.profileId },
          { label: 'Kind', value: profileKind(row) },
          { label: 'Status', value: row.status },
          {
            label: 'Model',
            value:
              modelId === null ? (
                row.modelLabel
              ) : (
                <PageLink to="/models" query={{ id: modelId }}>
                  {row.modelLabel}
                </PageLink>
              ),
          },
          { label: 'Scope', value: row.scope },
          { label: 'Calls, 30 days', value: <Tokens count={row.calls} of="calls in 30 days" /> },
          { label: 'May be called in', value: <RegionList regions={row.sourceRegions} /> },
          { label: 'Calls may go to', value: <RegionList regions={row.destinationRegions} /> },
          { label: 'Accounts', value: row.accountIds.join(', ') },
          { label: 'Tags', value: <Tags row={row} /> },
          { label: 'Created', value: <Created row={row} /> },
          {
            label: 'See also',
            value: (
              <>
                <PageLink to="/spend" query={{ model: key, groupBy: 'principal' }}>
                  spend
                </PageLink>
                ,{' '}
                <PageLink to="/audit" query={{ model: key }}>
                  events
                </PageLink>
              </>
            ),
          },
        ]}
      />
      <ItemEvidence actions={ACTIONS} place={evidence} item={evidence.item} />
    </SpaceBetween>
  );
}

function Tags({ row }: { readonly row: ProfileRow }) {
  const { tags } = row.evidence.item;
  if (tags === null) return <>AWS's own profiles have none</>;
  if (!tags.read) return <>{unreadText(tags.outcome)}</>;
  return <>{tagTexts(row).join(', ') || 'none'}</>;
}

function Created({ row }: { readonly row: ProfileRow }) {
  const { createdAt } = row.evidence.item;
  return createdAt === null ? <>not told</> : <When at={createdAt} />;
}
