import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { RuleInfo } from '../../../shared/api/answers.ts';
import type { Finding } from '../../../shared/model/finding.ts';
import { Breakable, BreakableWords } from '../../components/breakable.tsx';
import { FindingStatusBadge, SeverityBadge } from '../../components/severity-badge.tsx';
import { EvidenceList } from './evidence-list.tsx';
import { MissingReadings } from './missing-readings.tsx';
import { RuleExplanation } from './rule-explanation.tsx';

interface FindingDetailsProps {
  readonly finding: Finding;
  readonly rule: RuleInfo | undefined;
}

/** One verdict: why, on what evidence, what it means and how to mend it. */
export function FindingDetails({ finding, rule }: FindingDetailsProps) {
  return (
    <SpaceBetween size="l">
      <Box fontSize="heading-m">
        <BreakableWords text={finding.reason} />
      </Box>
      <KeyValuePairs
        columns={4}
        minColumnWidth={180}
        items={[
          { label: 'Status', value: <FindingStatusBadge status={finding.status} /> },
          { label: 'Severity', value: <SeverityBadge severity={finding.severity} /> },
          { label: 'Account', value: finding.accountId },
          { label: 'Region', value: finding.region },
          { label: 'Resource', value: <Breakable text={finding.resource} /> },
          { label: 'Rule', value: finding.ruleId },
        ]}
      />
      <MissingReadings missing={finding.missing} />
      <SpaceBetween size="xs">
        <Header variant="h3">Evidence</Header>
        <EvidenceList evidence={finding.evidence} />
      </SpaceBetween>
      {rule === undefined ? null : <RuleExplanation rule={rule} />}
    </SpaceBetween>
  );
}
