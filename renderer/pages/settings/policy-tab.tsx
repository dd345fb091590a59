import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { FEATURES, type FeatureId, READING_FEATURES } from '../../../shared/model/features.ts';
import { RequiredPolicySection } from './required-policy.tsx';

/** The read-only policy for what Assay is to do, by feature. */
export function PolicyTab() {
  const [chosen, setChosen] = useState<readonly FeatureId[]>(READING_FEATURES);
  const set = (id: FeatureId, on: boolean) =>
    setChosen(
      FEATURES.flatMap((each) =>
        (each.id === id ? on : chosen.includes(each.id)) ? [each.id] : [],
      ),
    );
  return (
    <SpaceBetween size="l">
      <Container
        header={
          <Header
            variant="h2"
            description="What is left out is not read: its findings are unknown, never passed"
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={() => setChosen(READING_FEATURES)}>All that reads</Button>
                <Button onClick={() => setChosen([])}>None</Button>
              </SpaceBetween>
            }
          >
            What Assay may do
          </Header>
        }
      >
        <div className="settings-columns">
          {FEATURES.map(({ id, title }) => (
            <Checkbox
              key={id}
              checked={chosen.includes(id)}
              onChange={({ detail }) => set(id, detail.checked)}
              {...(id === 'prompt-lab' && { description: 'Invokes models, which is billed' })}
            >
              {title}
            </Checkbox>
          ))}
        </div>
      </Container>
      {chosen.length === 0 ? (
        <Alert type="info">Choose what Assay is to read; its policy appears here.</Alert>
      ) : (
        <RequiredPolicySection features={chosen} />
      )}
    </SpaceBetween>
  );
}
