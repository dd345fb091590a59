import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Header from '@cloudscape-design/components/header';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import type { RuleInfo } from '../../../shared/api/answers.ts';
import { CodeBlock } from '../../components/code-block.tsx';

/** What a rule is for, how to mend what fails it, and where it comes from. */
export function RuleExplanation({ rule }: { readonly rule: RuleInfo }) {
  const { console: steps, cli, terraform } = rule.remediation;
  return (
    <SpaceBetween size="l">
      <SpaceBetween size="xs">
        <Header variant="h3">Why it matters</Header>
        <Box variant="p">{rule.rationale}</Box>
      </SpaceBetween>
      <Tabs
        ariaLabel="How to mend it"
        tabs={[
          {
            id: 'console',
            label: 'Console',
            content: (
              <Box variant="p">
                <span className="finding-steps">{steps}</span>
              </Box>
            ),
          },
          { id: 'cli', label: 'CLI', content: <CodeBlock label="CLI commands" text={cli} /> },
          {
            id: 'terraform',
            label: 'Terraform',
            content: <CodeBlock label="Terraform" text={terraform} />,
          },
        ]}
      />
      {rule.references.length === 0 ? null : (
        <SpaceBetween size="xxs">
          <Header variant="h3">References</Header>
          {rule.references.map((address) => (
            <Link key={address} href={address} external>
              {address}
            </Link>
          ))}
        </SpaceBetween>
      )}
      <SpaceBetween direction="horizontal" size="xs">
        {rule.frameworks.map((framework) => (
          <Badge key={framework}>{framework}</Badge>
        ))}
      </SpaceBetween>
    </SpaceBetween>
  );
}
