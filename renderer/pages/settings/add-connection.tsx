import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Input from '@cloudscape-design/components/input';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ConnectionForm } from './connection-form.ts';
import { ConnectionTestResult } from './connection-test-result.tsx';
import { ProfileSelect } from './profile-select.tsx';
import { RegionPicker } from './region-picker.tsx';
import { useAddConnection } from './use-add-connection.ts';

/** Adds a connection from a profile of this machine, and scans it. */
export function AddConnection() {
  const { form, errors, change, chooseProfile, test, add, addAndScan, testNow } =
    useAddConnection();
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Credentials are resolved by the AWS SDK on this machine and never reach this page"
          actions={
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              <ConnectionTestResult identity={test.data} error={test.error} />
              <Button onClick={testNow} loading={test.isPending}>
                Test
              </Button>
              <Button variant="primary" onClick={addAndScan} loading={add.isPending}>
                Add and scan
              </Button>
            </SpaceBetween>
          }
        >
          Add a connection
        </Header>
      }
    >
      <SpaceBetween size="m">
        <div className="settings-columns">
          <ProfileSelect profile={form.profile} error={errors.profile} onChange={chooseProfile} />
          <TextField
            label="Name"
            description="What this connection is called here"
            field="label"
            form={form}
            error={errors.label}
            onChange={change}
            placeholder="Production"
          />
          <RegionPicker
            regions={form.regions}
            error={errors.regions}
            onChange={(regions) => change({ regions })}
          />
        </div>
        <ExpandableSection headerText="Role and endpoint - optional">
          <div className="settings-columns">
            <TextField
              label="Role to assume"
              description="With the credentials of the profile"
              field="roleArn"
              form={form}
              error={errors.roleArn}
              onChange={change}
              placeholder="arn:aws:iam::111122223333:role/audit"
            />
            <TextField
              label="Endpoint"
              description="Instead of AWS's own, for all services"
              field="endpointUrl"
              form={form}
              error={errors.endpointUrl}
              onChange={change}
              placeholder="http://127.0.0.1:5000"
            />
          </div>
        </ExpandableSection>
        {add.error === null ? null : (
          <Box color="text-status-error">Not added: {add.error.message}</Box>
        )}
      </SpaceBetween>
    </Container>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly description: string;
  readonly field: 'label' | 'roleArn' | 'endpointUrl';
  readonly form: ConnectionForm;
  readonly error: string | undefined;
  readonly placeholder: string;
  readonly onChange: (patch: Partial<ConnectionForm>) => void;
}

function TextField(props: TextFieldProps) {
  const { label, description, field, form, error, placeholder, onChange } = props;
  return (
    <FormField label={label} description={description} errorText={error}>
      <Input
        value={form[field]}
        placeholder={placeholder}
        spellcheck={false}
        onChange={({ detail }) => onChange({ [field]: detail.value })}
      />
    </FormField>
  );
}
