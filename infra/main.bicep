// Everything that the hotline needs on Azure, in one resource group. No secret stands here: the provider's token and the keys go into the vault.
// README.md beside this says how it is deployed and what has not been tried.

@description('Begins the name of everything; lower-case letters and digits.')
@minLength(3)
@maxLength(10)
param prefix string = 'hotline'

@description('Where it stands. A region near the callers that has the plan: az functionapp list-flexconsumption-locations')
param location string = resourceGroup().location

@description('flex: scales by itself, one instance always ready. small: one small machine that is always on, for a known price.')
@allowed(['flex', 'small'])
param plan string = 'flex'

@description('Told when something is wrong. A mailbox that somebody reads at night, or that rings.')
param alertEmail string

@description('US dollars a month for this resource group; at half of it and at the whole of it somebody is told.')
param monthlyBudget int = 50

@description('First day of a month, from which the budget counts.')
param budgetFrom string = '${utcNow('yyyy-MM')}-01T00:00:00Z'

@description('Copies of the rows: ZRS lies in three buildings of one region, LRS in one.')
@allowed(['Standard_ZRS', 'Standard_LRS'])
param redundancy string = 'Standard_ZRS'

@description('The https address under which the provider reaches the hotline; empty: that of the app. Webhooks are signed over it.')
param publicUrl string = ''

@allowed(['twilio', 'somleng'])
param providerKind string = 'twilio'

@description('The account id at the provider. Its token is no parameter: put it into the vault as Provider--AuthToken.')
param providerAccountSid string

@description('The public number, +855…')
param publicNumber string

@description('Where a person answers, +855…')
param dutyNumber string

@description('Who is told of alerts, +855…,+855…')
param staffNumbers string

@description('Further settings of the table in the README, by their names: { Provider__CheckInNumber: \'+855…\' }')
param moreSettings object = {}

@description('Where traces and metrics go (OTLP over http); empty: nowhere.')
param otlpEndpoint string = ''

@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@allowed([2048, 4096])
param instanceMemory int = 2048

var unique = uniqueString(resourceGroup().id)
var hostAccountName = toLower('${prefix}host${take(unique, 8)}')
var dataAccountName = toLower('${prefix}data${take(unique, 8)}')
var caseAccountName = toLower('${prefix}case${take(unique, 8)}')
var appName = '${prefix}-${take(unique, 8)}'
var packageContainer = 'packages'
var isFlex = plan == 'flex'
var address = empty(publicUrl) ? 'https://${appName}.azurewebsites.net' : publicUrl

// Built-in roles: learn.microsoft.com/azure/role-based-access-control/built-in-roles
var blobDataOwner = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b')
var tableDataContributor = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3')
var secretsOfficer = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7')

// ---- who the app is ----

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${prefix}-app'
  location: location
}

// ---- rows ----

var locked = {
  minimumTlsVersion: 'TLS1_2'
  supportsHttpsTrafficOnly: true
  allowBlobPublicAccess: false
  // Keys of an account open everything and leave no name behind.
  allowSharedKeyAccess: false
  defaultToOAuthAuthentication: true
}

// Packages, and what the Functions host itself writes down.
resource hostAccount 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: hostAccountName
  location: location
  kind: 'StorageV2'
  sku: { name: 'Standard_LRS' }
  properties: locked

  resource blobs 'blobServices' = {
    name: 'default'

    resource packages 'containers' = {
      name: packageContainer
    }
  }
}

resource dataAccount 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: dataAccountName
  location: location
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: locked

  resource tables 'tableServices' = {
    name: 'default'

    resource hotline 'tables' = {
      name: 'hotline'
    }
  }
}

// An account of its own: who copies the rows must not copy the keys of the cases with them. Tables have no soft delete and no versions, and nothing here
// makes backups: what is deleted is gone at once. A copy that you make yourself may live for seven days.
resource caseAccount 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: caseAccountName
  location: location
  kind: 'StorageV2'
  sku: { name: redundancy }
  properties: locked

  resource tables 'tableServices' = {
    name: 'default'

    resource cases 'tables' = {
      name: 'hotlinecases'
    }
  }
}

resource hostRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hostAccount.id, identity.id, blobDataOwner)
  scope: hostAccount
  properties: { roleDefinitionId: blobDataOwner, principalId: identity.properties.principalId, principalType: 'ServicePrincipal' }
}

resource dataRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(dataAccount.id, identity.id, tableDataContributor)
  scope: dataAccount
  properties: { roleDefinitionId: tableDataContributor, principalId: identity.properties.principalId, principalType: 'ServicePrincipal' }
}

resource caseRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(caseAccount.id, identity.id, tableDataContributor)
  scope: caseAccount
  properties: { roleDefinitionId: tableDataContributor, principalId: identity.properties.principalId, principalType: 'ServicePrincipal' }
}

// ---- keys ----

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${prefix}-${take(unique, 8)}'
  location: location
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 7
    // Nobody, the owner of the subscription included, can do away with the keys in less than a week.
    enablePurgeProtection: true
  }
}

// Officer, not only User: the app makes the keys at its first start, and rotates them.
resource vaultRole 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsOfficer)
  scope: vault
  properties: { roleDefinitionId: secretsOfficer, principalId: identity.properties.principalId, principalType: 'ServicePrincipal' }
}

// ---- seeing ----

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${prefix}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
    workspaceCapping: { dailyQuotaGb: 1 }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: '${prefix}-insights'
  location: location
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: logs.id
    // The addresses of callers of /health and of the provider are nobody's business.
    DisableIpMasking: false
  }
}

// Of the vault every look is written down. Of the tables none is: their log holds the key of each row with its millisecond, and would
// lead from a caller to a report, which the rows themselves do not.
resource vaultLog 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'looks'
  scope: vault
  properties: {
    workspaceId: logs.id
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

// ---- the app ----

resource farm 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${prefix}-plan'
  location: location
  kind: isFlex ? 'functionapp' : 'linux'
  sku: isFlex ? { name: 'FC1', tier: 'FlexConsumption' } : { name: 'B1', tier: 'Basic' }
  properties: { reserved: true }
}

var settings = union({
  AzureWebJobsStorage__accountName: hostAccount.name
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
  AZURE_CLIENT_ID: identity.properties.clientId
  Storage__Account: 'https://${dataAccount.name}.table.${environment().suffixes.storage}'
  Storage__Table: 'hotline'
  Storage__Cases: 'https://${caseAccount.name}.table.${environment().suffixes.storage}'
  Hotline__KeyVault: vault.properties.vaultUri
  Hotline__PublicUrl: address
  Hotline__DutyNumber: dutyNumber
  Hotline__StaffNumbers: staffNumbers
  Provider__Kind: providerKind
  Provider__AccountSid: providerAccountSid
  Provider__Number: publicNumber
}, empty(otlpEndpoint) ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: otlpEndpoint }, isFlex ? {} : {
  FUNCTIONS_WORKER_RUNTIME: 'custom'
  FUNCTIONS_EXTENSION_VERSION: '~4'
  WEBSITE_RUN_FROM_PACKAGE: '1'
}, moreSettings)

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: appName
  location: location
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    serverFarmId: farm.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: union({
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      // Its lines would hold who asked for what, and when.
      httpLoggingEnabled: false
      detailedErrorLoggingEnabled: false
    }, isFlex ? {} : { alwaysOn: true, linuxFxVersion: '' })
    functionAppConfig: isFlex ? {
      runtime: { name: 'custom', version: '1.0' }
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostAccount.properties.primaryEndpoints.blob}${packageContainer}'
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity.id }
        }
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: instanceMemory
        // Somebody who rings does not wait for a machine.
        alwaysReady: [{ name: 'http', instanceCount: 1 }]
      }
    } : null
  }
  dependsOn: [hostRole, dataRole, caseRole, vaultRole]

  resource appSettings 'config' = {
    name: 'appsettings'
    properties: settings
  }

  resource noFtp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: { allow: false }
  }

  resource noPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: { allow: false }
  }
}

// ---- who is told ----

resource told 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${prefix}-told'
  location: 'global'
  properties: {
    groupShortName: 'hotline'
    enabled: true
    emailReceivers: [{ name: 'duty', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

// GET /health: 200 while rows can be written; below it one line for each thing that needs somebody. What is given up, and a provider that is away, the
// program logs as errors too, and those are searched for below.
var watched = [
  { name: 'down', text: 'ok', found: true, seconds: 300, failing: 2, from: ['apac-sg-sin-azr', 'apac-hk-hkn-azr', 'emea-nl-ams-azr'], what: 'The hotline does not answer, or cannot write: callers hear "try again".' }
  { name: 'no-sweep', text: 'no sweep', found: false, seconds: 900, failing: 1, from: ['apac-sg-sin-azr'], what: 'The timers stand still: nothing goes out, silent reports are not filed.' }
]

resource tests 'Microsoft.Insights/webtests@2022-06-15' = [for one in watched: {
  name: '${prefix}-${one.name}'
  location: location
  kind: 'standard'
  tags: { 'hidden-link:${insights.id}': 'Resource' }
  properties: {
    SyntheticMonitorId: '${prefix}-${one.name}'
    Name: '${prefix}-${one.name}'
    Kind: 'standard'
    Enabled: true
    Frequency: one.seconds
    Timeout: 30
    RetryEnabled: true
    Locations: map(one.from, place => { Id: place })
    Request: { RequestUrl: '${address}/health', HttpVerb: 'GET', FollowRedirects: false, ParseDependentRequests: false }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      IgnoreHttpStatusCode: !one.found
      SSLCheck: one.found
      SSLCertRemainingLifetimeCheck: one.found ? 14 : null
      ContentValidation: { ContentMatch: one.text, IgnoreCase: false, PassIfTextFound: one.found }
    }
  }
}]

resource testAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [for (one, i) in watched: {
  name: '${prefix}-${one.name}'
  location: 'global'
  properties: {
    description: one.what
    severity: 0
    enabled: true
    autoMitigate: true
    evaluationFrequency: 'PT1M'
    windowSize: one.seconds > 300 ? 'PT15M' : 'PT5M'
    scopes: [insights.id, tests[i].id]
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: tests[i].id
      componentId: insights.id
      failedLocationCount: one.failing
    }
    actions: [{ actionGroupId: told.id }]
  }
}]

// What the program itself calls an error. It writes to its output, which the host files as information: the level stands at the start of the line.
var searched = [
  { name: 'errors', every: 'PT5M', query: 'AppTraces | where Message startswith "fail:" or Message startswith "crit:"', what: 'The program logged an error; its name stands in the line.' }
  { name: 'strangers-at-the-vault', every: 'PT5M', query: 'AzureDiagnostics | where ResourceProvider == "MICROSOFT.KEYVAULT" and OperationName startswith "Secret" and identity_claim_appid_g != "THE-HOTLINE"', what: 'Somebody who is not the hotline looked for a secret.' }
]

resource searches 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [for one in searched: {
  name: '${prefix}-${one.name}'
  location: location
  kind: 'LogAlert'
  properties: {
    displayName: '${prefix}: ${one.name}'
    description: one.what
    severity: 1
    enabled: true
    // The vault's columns are there only once somebody has looked.
    skipQueryValidation: true
    scopes: [logs.id]
    evaluationFrequency: one.every
    windowSize: one.every
    criteria: {
      allOf: [{ query: replace(one.query, 'THE-HOTLINE', identity.properties.clientId), timeAggregation: 'Count', operator: 'GreaterThan', threshold: 0, failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 } }]
    }
    actions: { actionGroups: [told.id] }
  }
}]

// The tables open to nobody who was not given a role, and no account has keys that work: so whoever wants in has to do one of these first.
var doors = [
  { name: 'new-role', operation: 'Microsoft.Authorization/roleAssignments/write', what: 'Somebody was given a role.' }
  { name: 'account-changed', operation: 'Microsoft.Storage/storageAccounts/write', what: 'A storage account was changed: perhaps its keys were let in.' }
  { name: 'keys-listed', operation: 'Microsoft.Storage/storageAccounts/listKeys/action', what: 'Somebody asked for the keys of a storage account.' }
]

resource doorAlerts 'Microsoft.Insights/activityLogAlerts@2020-10-01' = [for one in doors: {
  name: '${prefix}-${one.name}'
  location: 'global'
  properties: {
    description: one.what
    enabled: true
    scopes: [resourceGroup().id]
    condition: {
      allOf: [
        { field: 'category', equals: 'Administrative' }
        { field: 'operationName', equals: one.operation }
      ]
    }
    actions: { actionGroups: [{ actionGroupId: told.id }] }
  }
}]

resource budget 'Microsoft.Consumption/budgets@2024-08-01' = {
  name: '${prefix}-month'
  properties: {
    category: 'Cost'
    amount: monthlyBudget
    timeGrain: 'Monthly'
    timePeriod: { startDate: budgetFrom }
    notifications: {
      half: { enabled: true, operator: 'GreaterThan', threshold: 50, thresholdType: 'Actual', contactEmails: [alertEmail] }
      whole: { enabled: true, operator: 'GreaterThan', threshold: 100, thresholdType: 'Forecasted', contactEmails: [alertEmail] }
    }
  }
}

output address string = address
output app string = app.name
output vault string = vault.name
