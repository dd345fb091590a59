import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { ItemEvidence } from '../components/item-evidence.tsx';
import { PageLink } from '../components/page-link.tsx';
import { countOf, shortArn } from '../format.ts';
import { useAnswer } from '../queries/use-answer.ts';
import { type Entry, type Fact, factOf } from './entry.ts';
import { FactList } from './fact-values.tsx';
import { openFindingsOf, rolesOf } from './related.ts';
import { ResourcePolicy } from './resource-policy.tsx';
import { UsedBy } from './used-by.tsx';

interface EntryDetailsProps {
  readonly entry: Entry;
  /** The IAM actions behind its reading. */
  readonly actions: readonly string[];
}

/** One entry: what is known of it and its parts, what belongs to it elsewhere, and the evidence. */
export function EntryDetails({ entry, actions }: EntryDetailsProps) {
  const { accountId, region, awsId } = entry;
  return (
    <SpaceBetween size="l">
      <KeyValuePairs
        columns={3}
        minColumnWidth={170}
        items={[
          { label: 'Kind', value: entry.kind },
          { label: 'Account', value: accountId },
          { label: 'Region', value: region },
          ...pairsOf(entry.facts),
          { label: 'Id', value: <span title={awsId}>{shortArn(awsId)}</span> },
        ]}
      />
      {entry.sections.map(({ title, facts }) => (
        <SpaceBetween key={title} size="xs">
          <Header variant="h3">{title}</Header>
          <KeyValuePairs columns={3} minColumnWidth={170} items={pairsOf(facts)} />
        </SpaceBetween>
      ))}
      <ResourcePolicy entry={entry} />
      <Related entry={entry} />
      <ItemEvidence actions={actions} place={entry} item={entry.item} />
    </SpaceBetween>
  );
}

function pairsOf(facts: readonly Fact[]) {
  return facts.map((fact) => ({ label: fact.label, value: <FactList fact={fact} /> }));
}

/** What agents and flows may use. */
const USED: readonly string[] = ['knowledge-bases', 'agents', 'prompts', 'flows'];

function Related({ entry }: { readonly entry: Entry }) {
  const answer = useAnswer('findings.list', {});
  const open = openFindingsOf(entry, answer.data?.findings ?? []);
  return (
    <SpaceBetween size="xs">
      <Header variant="h3">Related</Header>
      {answer.data === undefined ? null : open.length === 0 ? (
        <Box color="text-body-secondary">No open finding names it.</Box>
      ) : (
        <PageLink to="/findings" query={{ text: lastPart(entry.awsId) }}>
          {countOf(open.length, 'open finding')}
        </PageLink>
      )}
      {USED.includes(entry.dataset) ? <UsedBy entry={entry} /> : null}
      {rolesOf(factOf(entry, 'role')).map((role) => (
        <div key={role}>
          {shortArn(role)}:{' '}
          <PageLink to="/spend" query={{ principal: role, groupBy: 'model' }}>
            spend
          </PageLink>
          ,{' '}
          <PageLink to="/audit" query={{ principal: role }}>
            events
          </PageLink>
          ,{' '}
          <PageLink to="/findings" query={{ text: lastPart(role) }}>
            findings
          </PageLink>
        </div>
      ))}
    </SpaceBetween>
  );
}

function lastPart(arn: string): string {
  return arn.split('/').at(-1) ?? arn;
}
