// Made by `npm run web:types` from the routes of the API. Do not edit.
import type { Role } from '../../rules/roles.ts'

export interface Schemas {
  Problem: {
    type: string
    title: string
    status: number
    detail: string
    instance: string
    code: string
    clause?: string
    errors?: { pointer: string; detail: string; expected?: string; clause?: string }[]
  }
  AuditEntry: {
    id: string
    at: string
    personId: string | null
    forPersonId: string | null
    door: string
    action: string
    noun: string | null
    subjectId: string | null
    requestId: string | null
    detail: Record<string, unknown> | null
  }
  PersonRole: { id: string; personId: string; role: Role; regionId: string | null; fromAt: string; toAt: string | null }
  ResidentPost: {
    title: string
    need: string
    duties: string[]
    permissions: string[]
    places: number
    fromAt: string
    toAt: string | null
    id: string
    projectId: string
    holders: { id: string; postId: string; personId: string; fromAt: string; toAt: string | null }[]
  }
  Absence: {
    id: string
    personId: string
    kind: 'leave' | 'personal' | 'sick' | 'trip' | 'training' | 'other'
    fromAt: string
    toAt: string | null
    over: { clause: string; untilAt: string } | null
  }
  Substitution: {
    id: string
    fromPersonId: string
    toPersonId: string
    role: Role
    rank: number
    fromAt: string
    toAt: string
  }
  Line: {
    number: string
    kind: 'hotline' | 'direct'
    department: string
    personId: string | null
    id: string
    endedAt: string | null
    sample: string | null
  }
  Duty: { lineId: string; personId: string; fromAt: string; toAt: string; id: string }
  Outage: {
    id: string
    lineId: string
    fromAt: string
    toAt: string | null
    declaredAt: string
    declaredBy: string | null
  }
  Region: { code: string; name: string; id: string }
  Customer: {
    id: string
    code: string
    name: string
    regionId: string | null
    active: boolean
    calendar: string | null
    sample: string | null
  }
  Contact: {
    id: string
    customerId: string
    name: string
    post: string | null
    address: string | null
    email: string | null
    numbers: string[]
    endedAt: string | null
  }
  Project: { id: string; customerId: string; name: string; endedAt: string | null; sample: string | null }
  Equipment: {
    id: string
    customerId: string
    projectId: string | null
    product: string
    serialNumber: string
    place: string | null
    commissionedOn: string | null
    warrantyUntilOn: string | null
    active: boolean
    customerName: string
    regionId: string | null
  }
  Repair: {
    id: string
    equipmentId: string
    product: string
    serialNumber: string
    customerId: string
    customerName: string
    regionId: string | null
    engineerId: string
    engineerName: string
    repairedAt: string
    caseId: string | null
    work: string
    byId: string
    recordedAt: string
    warrantyUntilOn: string | null
    state: 'unset' | 'running' | 'ended'
    failed: boolean
    stands: boolean
    signs: {
      id: string
      kind: 'report' | 'repair' | 'stated'
      at: string
      caseId: string | null
      counts: boolean
      setAside: boolean
    }[]
    notes: {
      id: string
      kind: 'stated' | 'setAside' | 'restored' | 'takenBack'
      failedAt: string | null
      signId: string | null
      reason: string
      byId: string
      recordedAt: string
    }[]
  }
  Promise: {
    id: string
    caseId: string
    promise: string
    label: { zh: string; en: string }
    clause: string
    clauseTitle: { zh: string; en: string } | null
    policy: string
    policyVersion: number
    round: number
    bearerId: string | null
    bearerRole: string | null
    recipientId: string | null
    recipientRole: string | null
    dueKind: string
    dueAt: string | null
    dueProvisional: boolean
    anchorAt: string
    work: string
    verdict: string
    settledAt: string | null
    lateByMs: number | null
    reason: string | null
  }
  ProjectBinding: { id: string; policy: string; topic: string; fromAt: string; toAt: string | null }
  Binding: {
    id: string
    policy: string
    variant: string
    topic: string
    scope: 'company' | 'customer' | 'project' | 'person'
    scopeId: string | null
    fromAt: string
    toAt: string | null
  }
  TelephonySource: { id: string; name: string; active: boolean; sample: string | null }
  Attachment: {
    id: string
    name: string
    mediaType: string
    size: number
    sha256: string
    sentById: string | null
    sentAt: string
    caseId: string | null
    purpose: ('photo' | 'stamp' | 'signature' | 'document' | 'fault') | null
    takenAt: string | null
  }
  StaffChange: {
    id: string
    state: string
    projectId: string
    trigger: 'contractor' | 'client'
    ground: ('attitude' | 'responsibility' | 'technique' | 'coordination') | null
    outgoingId: string
    incomingId: string | null
    outgoingName: string
    incomingName: string | null
    projectName: string
    handoverStartOn: string | null
    takesOverOn: string | null
    startedAt: string
    endedAt: string | null
    nextAlarmAt: string | null
  }
  Report: {
    id: string
    form:
      | 'engineerWeekly'
      | 'supervisorWeekly'
      | 'departmentWeekly'
      | 'monthlyReport'
      | 'workDaily'
      | 'siteDaily'
      | 'residentRegular'
      | 'progressRegular'
      | 'serviceStatistics'
      | 'projectMonthly'
      | 'projectQuarterly'
      | 'projectYearly'
      | 'centreUpward'
      | 'serviceUpward'
      | 'supportUpward'
      | 'headUpward'
      | 'faultSummary'
      | 'regionalData'
      | 'provinceData'
      | 'specifications'
      | 'formality'
      | 'afterService'
      | 'mistake'
    label: { zh: string; en: string }
    period: string
    authorId: string | null
    authorName: string | null
    state: string
    clause: string
    dueKind: string
    dueAt: string | null
    work: string
    verdict: string
    receivedAt: string | null
    recordedById: string | null
    request: string | null
    askedById: string | null
    aboutCaseId: string | null
    recipientId: string | null
  }
  AssessmentSheet: {
    id: string
    scope: 'staff' | 'supervisor' | 'final'
    label: { zh: string; en: string }
    month: string
    state: string
    dueAt: string | null
    issueVerdict: string | null
    issuedAt: string | null
    issuedById: string | null
    signedAt: string | null
    signedById: string | null
  }
  Evaluation: {
    id: string
    programme: string
    programmeLabel: { zh: string; en: string }
    method: 'regular' | 'irregular' | 'customer'
    methodLabel: { zh: string; en: string }
    fromOn: string
    toOn: string
    personId: string
    personName: string
    assessorRole: string
    state: string
    clause: string
    dueKind: string
    dueAt: string | null
    verdict: string
    total: number | null
    grade: string | null
    gradeLabel: { zh: string; en: string } | null
    assessedAt: string | null
    assessorName: string | null
  }
  Measure: {
    id: string
    measure: string
    label: { zh: string; en: string }
    clause: string
    side: 'merit' | 'sanction'
    state: string
    personId: string
    personName: string
    amountFen: number
    reason: string
    aboutCaseId: string | null
    proposedById: string
    proposerName: string | null
    proposedAt: string
    approved: boolean | null
    explanation: string | null
    decidedById: string | null
    decidedAt: string | null
    consequenceId: string | null
    lifted: boolean
    carriedOutAt: string | null
    carriedOutNote: string | null
  }
}
export interface Operations {
  'post /api/session': {
    params: undefined
    query: undefined
    body: { username: string; password: string }
    answer: { token: string; personId: string }
  }
  'delete /api/session': { params: undefined; query: undefined; body: undefined; answer: undefined }
  'get /api/me': {
    params: undefined
    query: undefined
    body: undefined
    answer: {
      personId: string
      username: string
      name: string
      grants: { role: Role; regionId: string | null; forPersonId?: string; sample?: true }[]
    }
  }
  'put /api/me/password': {
    params: undefined
    query: undefined
    body: { current: string; password: string }
    answer: undefined
  }
  'post /api/accounts': {
    params: undefined
    query: undefined
    body: { personId: string; username: string; password: string }
    answer: { userId: string; username: string }
  }
  'post /api/accounts/missing': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/people/{id}/account': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: { username: string | null }
  }
  'post /api/accounts/reset': {
    params: undefined
    query: undefined
    body: { username: string }
    answer: { password: string }
  }
  'get /api/audit': {
    params: undefined
    query: {
      limit?: number
      cursor?: string
      noun?: string
      subjectId?: string
      personId?: string
      action?: string
      fromAt?: string
      toAt?: string
    }
    body: undefined
    answer: { items: Schemas['AuditEntry'][]; next: string | null }
  }
  'get /api/people': {
    params: undefined
    query: { limit?: number; cursor?: string; active?: string; role?: Role; q?: string; regionId?: string }
    body: undefined
    answer: {
      items: {
        id: string
        code: string
        name: string
        kind: 'staff' | 'client' | 'contractor' | 'service'
        email: string | null
        superiorId: string | null
        posted: boolean
        active: boolean
        sample: string | null
        posts: { role: Role; regionId: string | null }[]
      }[]
      next: string | null
    }
  }
  'post /api/people': {
    params: undefined
    query: undefined
    body: {
      code: string
      name: string
      kind: 'staff' | 'client' | 'contractor' | 'service'
      email?: string | null
      superiorId?: string | null
      posted?: boolean
      active?: boolean
      numbers?: string[]
      regionIds?: string[]
      skills?: { product: string; level: number }[]
    }
    answer: {
      id: string
      code: string
      name: string
      kind: 'staff' | 'client' | 'contractor' | 'service'
      email: string | null
      superiorId: string | null
      posted: boolean
      active: boolean
      sample: string | null
      numbers: string[]
      regionIds: string[]
      skills: { product: string; level: number }[]
      roles: Schemas['PersonRole'][]
      misfits: { clause: string; text: { zh: string; en: string } }[]
    }
  }
  'get /api/people/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      code: string
      name: string
      kind: 'staff' | 'client' | 'contractor' | 'service'
      email: string | null
      superiorId: string | null
      posted: boolean
      active: boolean
      sample: string | null
      numbers: string[]
      regionIds: string[]
      skills: { product: string; level: number }[]
      roles: Schemas['PersonRole'][]
      misfits: { clause: string; text: { zh: string; en: string } }[]
    }
  }
  'patch /api/people/{id}': {
    params: { id: string }
    query: undefined
    body: {
      code?: string
      name?: string
      kind?: 'staff' | 'client' | 'contractor' | 'service'
      email?: string | null
      superiorId?: string | null
      posted?: boolean
      active?: boolean
      numbers?: string[]
      regionIds?: string[]
      skills?: { product: string; level: number }[]
    }
    answer: {
      id: string
      code: string
      name: string
      kind: 'staff' | 'client' | 'contractor' | 'service'
      email: string | null
      superiorId: string | null
      posted: boolean
      active: boolean
      sample: string | null
      numbers: string[]
      regionIds: string[]
      skills: { product: string; level: number }[]
      roles: Schemas['PersonRole'][]
      misfits: { clause: string; text: { zh: string; en: string } }[]
    }
  }
  'post /api/people/{id}/roles': {
    params: { id: string }
    query: undefined
    body: { role: Role; regionId?: string | null; fromAt: string; toAt?: string | null }
    answer: Schemas['PersonRole']
  }
  'patch /api/roles/{id}': {
    params: { id: string }
    query: undefined
    body: { toAt: string | null }
    answer: Schemas['PersonRole']
  }
  'get /api/organisation': {
    params: undefined
    query: undefined
    body: undefined
    answer: {
      people: {
        id: string
        name: string
        superiorId: string | null
        roles: { role: Role; regionId: string | null }[]
        misfits: { clause: string; text: { zh: string; en: string } }[]
      }[]
    }
  }
  'get /api/resident-posts': {
    params: undefined
    query: { projectId?: string; current?: string }
    body: undefined
    answer: { items: Schemas['ResidentPost'][] }
  }
  'post /api/resident-posts': {
    params: undefined
    query: undefined
    body: {
      title: string
      need: string
      duties: string[]
      permissions: string[]
      places?: number
      fromAt: string
      toAt?: string | null
      projectId: string
    }
    answer: Schemas['ResidentPost']
  }
  'patch /api/resident-posts/{id}': {
    params: { id: string }
    query: undefined
    body: {
      title?: string
      need?: string
      duties?: string[]
      permissions?: string[]
      places?: number
      fromAt?: string
      toAt?: string | null
    }
    answer: Schemas['ResidentPost']
  }
  'post /api/resident-posts/{id}/holders': {
    params: { id: string }
    query: undefined
    body: { personId: string; fromAt: string; toAt?: string | null }
    answer: { id: string; postId: string; personId: string; fromAt: string; toAt: string | null }
  }
  'patch /api/resident-post-holders/{id}': {
    params: { id: string }
    query: undefined
    body: { toAt: string }
    answer: { id: string; postId: string; personId: string; fromAt: string; toAt: string | null }
  }
  'get /api/absences': {
    params: undefined
    query: { limit?: number; cursor?: string; personId?: string; fromAt?: string; toAt?: string }
    body: undefined
    answer: { items: Schemas['Absence'][]; next: string | null }
  }
  'post /api/absences': {
    params: undefined
    query: undefined
    body: {
      personId: string
      kind: 'leave' | 'personal' | 'sick' | 'trip' | 'training' | 'other'
      fromAt: string
      toAt?: string | null
    }
    answer: Schemas['Absence']
  }
  'patch /api/absences/{id}': {
    params: { id: string }
    query: undefined
    body: { toAt: string | null }
    answer: Schemas['Absence']
  }
  'get /api/substitutions': {
    params: undefined
    query: { limit?: number; cursor?: string; since?: string }
    body: undefined
    answer: { items: Schemas['Substitution'][]; next: string | null }
  }
  'post /api/substitutions': {
    params: undefined
    query: undefined
    body: { fromPersonId: string; toPersonId: string; role: Role; rank?: number; fromAt: string; toAt: string }
    answer: {
      id: string
      fromPersonId: string
      toPersonId: string
      role: Role
      rank: number
      fromAt: string
      toAt: string
      misfits: { clause: string; text: { zh: string; en: string } }[]
    }
  }
  'patch /api/substitutions/{id}': {
    params: { id: string }
    query: undefined
    body: { toAt: string }
    answer: Schemas['Substitution']
  }
  'get /api/lines': { params: undefined; query: undefined; body: undefined; answer: { items: Schemas['Line'][] } }
  'post /api/lines': {
    params: undefined
    query: undefined
    body: { number: string; kind: 'hotline' | 'direct'; department: string; personId?: string | null }
    answer: Schemas['Line']
  }
  'patch /api/lines/{id}': {
    params: { id: string }
    query: undefined
    body: {
      number?: string
      kind?: 'hotline' | 'direct'
      department?: string
      personId?: string | null
      endedAt?: string | null
    }
    answer: Schemas['Line']
  }
  'get /api/duty': {
    params: undefined
    query: { limit?: number; cursor?: string; lineId?: string; fromAt?: string; toAt?: string }
    body: undefined
    answer: { items: Schemas['Duty'][]; next: string | null }
  }
  'post /api/duty': {
    params: undefined
    query: undefined
    body: { lineId: string; personId: string; fromAt: string; toAt: string }
    answer: Schemas['Duty']
  }
  'patch /api/duty/{id}': { params: { id: string }; query: undefined; body: { toAt: string }; answer: Schemas['Duty'] }
  'delete /api/duty/{id}': { params: { id: string }; query: undefined; body: undefined; answer: undefined }
  'get /api/outages': {
    params: undefined
    query: { limit?: number; cursor?: string; lineId?: string; fromAt?: string; toAt?: string }
    body: undefined
    answer: { items: Schemas['Outage'][]; next: string | null }
  }
  'post /api/outages': {
    params: undefined
    query: undefined
    body: { lineId: string; fromAt: string; toAt?: string | null }
    answer: Schemas['Outage']
  }
  'patch /api/outages/{id}': {
    params: { id: string }
    query: undefined
    body: { toAt: string }
    answer: Schemas['Outage']
  }
  'get /api/regions': { params: undefined; query: undefined; body: undefined; answer: { items: Schemas['Region'][] } }
  'post /api/regions': {
    params: undefined
    query: undefined
    body: { code: string; name: string }
    answer: Schemas['Region']
  }
  'patch /api/regions/{id}': {
    params: { id: string }
    query: undefined
    body: { code?: string; name?: string }
    answer: Schemas['Region']
  }
  'get /api/calendars': {
    params: undefined
    query: undefined
    body: undefined
    answer: {
      items: {
        name: string
        years: { source: string; version: string; publishedOn: string | null; importedAt: string; year: number }[]
        customers: { id: string; name: string }[]
      }[]
    }
  }
  'get /api/calendars/{name}/years/{year}': {
    params: { name: string; year: number }
    query: undefined
    body: undefined
    answer: {
      name: string
      year: number
      published: boolean
      national: boolean
      days: { on: string; type: 'statutoryHoliday' | 'adjustedRest' | 'weekend' | 'makeUpWorkday' | 'workday' }[]
      versions: {
        source: string
        version: string
        publishedOn: string | null
        importedAt: string
        importedById: string | null
      }[]
      ownDays: {
        id: string
        on: string
        type: ('statutoryHoliday' | 'adjustedRest' | 'weekend' | 'makeUpWorkday' | 'workday') | null
        reason: string
        recordedAt: string
      }[]
    }
  }
  'post /api/calendars/file': { params: undefined; query: undefined; body: Blob; answer: { text: string } }
  'post /api/calendars/{name}/years': {
    params: { name: string }
    query: undefined
    body: {
      year: number
      source: string
      version: string
      publishedOn?: string
      statutory: string[]
      adjustedRest: string[]
      makeUp: string[]
    }
    answer: { id: string; imported: boolean; moved: number }
  }
  'post /api/calendars/{name}/days': {
    params: { name: string }
    query: undefined
    body: {
      on: string
      type: ('statutoryHoliday' | 'adjustedRest' | 'weekend' | 'makeUpWorkday' | 'workday') | null
      reason: string
    }
    answer: { id: string; moved: number }
  }
  'get /api/customers': {
    params: undefined
    query: { limit?: number; cursor?: string; active?: string; q?: string }
    body: undefined
    answer: { items: Schemas['Customer'][]; next: string | null }
  }
  'post /api/customers': {
    params: undefined
    query: undefined
    body: { code: string; name: string; regionId?: string | null; active?: boolean; calendar?: string | null }
    answer: Schemas['Customer']
  }
  'get /api/customers/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      code: string
      name: string
      regionId: string | null
      active: boolean
      calendar: string | null
      sample: string | null
      contacts: Schemas['Contact'][]
      projects: Schemas['Project'][]
    }
  }
  'patch /api/customers/{id}': {
    params: { id: string }
    query: undefined
    body: { code?: string; name?: string; regionId?: string | null; active?: boolean; calendar?: string | null }
    answer: Schemas['Customer']
  }
  'post /api/customers/{id}/contacts': {
    params: { id: string }
    query: undefined
    body: { name: string; post?: string | null; address?: string | null; email?: string | null; numbers?: string[] }
    answer: Schemas['Contact']
  }
  'patch /api/contacts/{id}': {
    params: { id: string }
    query: undefined
    body: {
      name?: string
      post?: string | null
      address?: string | null
      email?: string | null
      numbers?: string[]
      endedAt?: string | null
    }
    answer: Schemas['Contact']
  }
  'post /api/customers/{id}/projects': {
    params: { id: string }
    query: undefined
    body: { name: string }
    answer: Schemas['Project']
  }
  'get /api/projects': {
    params: undefined
    query: undefined
    body: undefined
    answer: { items: { id: string; name: string; customerId: string; customerName: string; endedAt: string | null }[] }
  }
  'patch /api/projects/{id}': {
    params: { id: string }
    query: undefined
    body: { name?: string; endedAt?: string | null }
    answer: Schemas['Project']
  }
  'get /api/equipment': {
    params: undefined
    query: { limit?: number; cursor?: string; id?: string; customerId?: string; active?: string; q?: string }
    body: undefined
    answer: { items: Schemas['Equipment'][]; next: string | null }
  }
  'post /api/equipment': {
    params: undefined
    query: undefined
    body: {
      customerId: string
      projectId?: string | null
      product: string
      serialNumber: string
      place?: string | null
      commissionedOn?: string | null
      warrantyUntilOn?: string | null
      active?: boolean
    }
    answer: Schemas['Equipment']
  }
  'patch /api/equipment/{id}': {
    params: { id: string }
    query: undefined
    body: {
      customerId?: string
      projectId?: string | null
      product?: string
      serialNumber?: string
      place?: string | null
      commissionedOn?: string | null
      warrantyUntilOn?: string | null
      active?: boolean
    }
    answer: Schemas['Equipment']
  }
  'get /api/equipment/labels': {
    params: undefined
    query: { limit?: number; cursor?: string; customerId?: string; q?: string }
    body: undefined
    answer: {
      items: {
        id: string
        customerId: string
        projectId: string | null
        product: string
        serialNumber: string
        place: string | null
        commissionedOn: string | null
        warrantyUntilOn: string | null
        active: boolean
        customerName: string
        regionId: string | null
        url: string
      }[]
      next: string | null
    }
  }
  'get /api/equipment/{id}/label': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      customerId: string
      projectId: string | null
      product: string
      serialNumber: string
      place: string | null
      commissionedOn: string | null
      warrantyUntilOn: string | null
      active: boolean
      customerName: string
      regionId: string | null
      url: string
    }
  }
  'post /api/equipment/{id}/label': { params: { id: string }; query: undefined; body: undefined; answer: undefined }
  'get /api/cases/{id}/charges': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      items: {
        id: string
        product: string
        serialNumber: string
        place: string | null
        warrantyUntilOn: string | null
        serviceOn: string
        charge: {
          kind: 'free' | 'cost' | 'priceList'
          clause: string
          clauseTitle: { zh: string; en: string }
          amountFen: number | null
        }
        repair: {
          id: string
          repairedAt: string
          warrantyUntilOn: string | null
          clause: string
          clauseTitle: { zh: string; en: string }
        } | null
      }[]
    }
  }
  'post /api/fault-report/look': {
    params: undefined
    query: undefined
    body: { token: string }
    answer: { company: string | null; product: string; serialNumber: string; place: string | null }
  }
  'post /api/fault-report': {
    params: undefined
    query: undefined
    body: { token: string; id: string; name: string; number: string; fault: string; website?: '' }
    answer: { reference: string; reportedAt: string }
  }
  'post /api/fault-report/{id}/photos': { params: { id: string }; query: undefined; body: Blob; answer: { id: string } }
  'get /api/repairs': {
    params: undefined
    query: {
      limit?: number
      cursor?: string
      equipmentId?: string
      customerId?: string
      engineerId?: string
      fromOn?: string
      untilOn?: string
      state?: 'unset' | 'running' | 'ended'
      failed?: string
      q?: string
    }
    body: undefined
    answer: { items: Schemas['Repair'][]; next: string | null }
  }
  'post /api/repairs': {
    params: undefined
    query: undefined
    body: {
      equipmentId: string
      engineerId: string
      repairedAt: string
      caseId?: string | null
      work: string
      another?: boolean
    }
    answer: Schemas['Repair']
  }
  'post /api/repairs/{id}/corrections': {
    params: { id: string }
    query: undefined
    body: {
      reason: string
      change:
        | { kind: 'stated'; failedAt: string }
        | { kind: 'setAside' | 'restored'; signId: string }
        | { kind: 'takenBack' }
    }
    answer: Schemas['Repair']
  }
  'get /api/equipment/{id}/cases': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: { items: { id: string; kind: string; startedAt: string }[] }
  }
  'post /api/customer-link/look': {
    params: undefined
    query: undefined
    body: { token: string }
    answer: {
      company: string | null
      purpose: 'appointment' | 'rating'
      state: 'open' | 'used' | 'expired' | 'revoked' | 'settled'
      expiresAt: string
      usedAt: string | null
      answer:
        | (
            | { kind: 'confirmed'; appointmentAt: string }
            | { kind: 'moved'; appointmentAt: string }
            | {
                kind: 'rated'
                attitude: 'excellent' | 'good' | 'fair' | 'poor'
                skill: 'excellent' | 'good' | 'fair' | 'poor'
                result: 'excellent' | 'good' | 'fair' | 'poor'
              }
          )
        | null
      about: {
        requirement: string
        engineerName: string
        appointmentAt: string | null
        record: { work: string; resolution: string } | null
      } | null
    }
  }
  'post /api/customer-link/appointment': {
    params: undefined
    query: undefined
    body: { token: string; appointmentAt?: string }
    answer: undefined
  }
  'post /api/customer-link/rating': {
    params: undefined
    query: undefined
    body: {
      token: string
      scores: {
        attitude: 'excellent' | 'good' | 'fair' | 'poor'
        skill: 'excellent' | 'good' | 'fair' | 'poor'
        result: 'excellent' | 'good' | 'fair' | 'poor'
      }
      signature: string
    }
    answer: undefined
  }
  'get /api/service-tasks/{id}/customer-links': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      items: {
        id: string
        purpose: 'appointment' | 'rating'
        state: 'open' | 'used' | 'expired' | 'revoked'
        madeById: string
        madeAt: string
        sentTo: string | null
        mail: {
          state: 'waiting' | 'sent' | 'failed' | 'lapsed'
          attempts: number
          sentAt: string | null
          againAt: string | null
          error: string | null
        } | null
        expiresAt: string
        usedAt: string | null
        answer:
          | (
              | { kind: 'confirmed'; appointmentAt: string }
              | { kind: 'moved'; appointmentAt: string }
              | {
                  kind: 'rated'
                  attitude: 'excellent' | 'good' | 'fair' | 'poor'
                  skill: 'excellent' | 'good' | 'fair' | 'poor'
                  result: 'excellent' | 'good' | 'fair' | 'poor'
                }
            )
          | null
        device: string | null
      }[]
      email: string | null
      mailWorks: boolean
      asked: ('appointment' | 'rating')[]
    }
  }
  'post /api/service-tasks/{id}/customer-links': {
    params: { id: string }
    query: undefined
    body: { purpose: 'appointment' | 'rating'; sendTo?: string }
    answer: { id: string; url: string; expiresAt: string; mail: 'waiting' | 'notConfigured' | 'notAsked' }
  }
  'post /api/service-tasks/{id}/customer-links/{linkId}/revocation': {
    params: { id: string; linkId: string }
    query: undefined
    body: undefined
    answer: undefined
  }
  'post /api/import/{kind}': {
    params: {
      kind:
        | 'regions'
        | 'people'
        | 'numbers'
        | 'lines'
        | 'duty'
        | 'customers'
        | 'projects'
        | 'equipment'
        | 'policies'
        | 'openings'
        | 'tasks'
        | 'handovers'
    }
    query: { dryRun?: string; partial?: string }
    body: Blob
    answer: {
      rows: number
      written: number
      dryRun: boolean
      errors: { line: number; column?: string; code: string; detail: string }[]
    }
  }
  'post /api/import/{kind}/preview': {
    params: {
      kind:
        | 'regions'
        | 'people'
        | 'numbers'
        | 'lines'
        | 'duty'
        | 'customers'
        | 'projects'
        | 'equipment'
        | 'policies'
        | 'openings'
        | 'tasks'
        | 'handovers'
    }
    query: undefined
    body: Blob
    answer: {
      headings: string[]
      unknown: string[]
      rows: number
      wrong: number
      shown: { line: number; cells: string[]; faults: { column: string | null; detail: string }[] }[]
    }
  }
  'post /api/import/{kind}/rejects': {
    params: {
      kind:
        | 'regions'
        | 'people'
        | 'numbers'
        | 'lines'
        | 'duty'
        | 'customers'
        | 'projects'
        | 'equipment'
        | 'policies'
        | 'openings'
        | 'tasks'
        | 'handovers'
    }
    query: { all?: string }
    body: Blob
    answer: Blob
  }
  'get /api/import/{kind}/template': {
    params: {
      kind:
        | 'regions'
        | 'people'
        | 'numbers'
        | 'lines'
        | 'duty'
        | 'customers'
        | 'projects'
        | 'equipment'
        | 'policies'
        | 'openings'
        | 'tasks'
        | 'handovers'
    }
    query: undefined
    body: undefined
    answer: Blob
  }
  'get /api/company': { params: undefined; query: undefined; body: undefined; answer: { name: string | null } }
  'put /api/company': { params: undefined; query: undefined; body: { name: string }; answer: { name: string } }
  'get /api/first-morning': {
    params: undefined
    query: undefined
    body: undefined
    answer: {
      steps: {
        step:
          | 'company'
          | 'regions'
          | 'people'
          | 'accounts'
          | 'customers'
          | 'projects'
          | 'equipment'
          | 'lines'
          | 'numbers'
          | 'duty'
          | 'policies'
          | 'openings'
          | 'tasks'
          | 'handovers'
        count: number
        doneAt: string | null
      }[]
    }
  }
  'put /api/first-morning/{step}': {
    params: {
      step:
        | 'company'
        | 'regions'
        | 'people'
        | 'accounts'
        | 'customers'
        | 'projects'
        | 'equipment'
        | 'lines'
        | 'numbers'
        | 'duty'
        | 'policies'
        | 'openings'
        | 'tasks'
        | 'handovers'
    }
    query: undefined
    body: { done: boolean }
    answer: undefined
  }
  'get /api/sample': {
    params: undefined
    query: undefined
    body: undefined
    answer: { loaded: boolean; accounts: { username: string; name: string; role: Role }[] }
  }
  'post /api/sample': {
    params: undefined
    query: undefined
    body: { confirmed: true }
    answer: { cases: number; password: string }
  }
  'delete /api/sample': { params: undefined; query: undefined; body: undefined; answer: { cases: number } }
  'post /api/search': {
    params: undefined
    query: undefined
    body: { q: string }
    answer: {
      people: { id: string; title: string; detail: string }[]
      customers: { id: string; title: string; detail: string }[]
      contacts: { id: string; title: string; detail: string }[]
      projects: { id: string; title: string; detail: string }[]
      equipment: { id: string; title: string; detail: string }[]
      cases: { id: string; title: string; detail: string; kind: string; state: string; startedAt: string }[]
      clauses: { id: string; title: string; detail: string; policy: string | null }[]
    }
  }
  'get /api/figures': {
    params: undefined
    query: { months?: number }
    body: undefined
    answer: {
      months: string[]
      calls: { month: string; missed: number; returned: number; medianMs: number | null; slowMs: number | null }[]
      timeliness: {
        month: string
        clause: string
        clauseTitle: { zh: string; en: string } | null
        onTime: number
        late: number
      }[]
      open: { urgency: 'overdue' | 'hour' | 'day' | 'week' | 'later' | 'none'; n: number }[]
      money: { month: string; finesFen: number; rewardsFen: number }[] | null
    }
  }
  'get /api/obligations': {
    params: undefined
    query: { limit?: number; cursor?: string }
    body: undefined
    answer: {
      items: {
        id: string
        caseId: string
        promise: string
        label: { zh: string; en: string }
        clause: string
        clauseTitle: { zh: string; en: string } | null
        policy: string
        policyVersion: number
        round: number
        bearerId: string | null
        bearerRole: string | null
        recipientId: string | null
        recipientRole: string | null
        dueKind: string
        dueAt: string | null
        dueProvisional: boolean
        anchorAt: string
        work: string
        verdict: string
        settledAt: string | null
        lateByMs: number | null
        reason: string | null
        about: string | null
      }[]
      next: string | null
    }
  }
  'get /api/cases/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      kind: string
      state: string
      startedAt: string
      endedAt: string | null
      nextAlarmAt: string | null
      obligations: Schemas['Promise'][]
      facts: {
        id: string
        kind: string
        occurredAt: string
        knownAt: string | null
        recordedAt: string
        byId: string | null
        forId: string | null
        provisional: boolean
        correctsId: string | null
        data: Record<string, unknown>
      }[]
      steps: {
        obligationId: string
        step: string
        audience: string
        plannedAt: string
        firedAt: string
        state: string
        by: string
        recipientIds: string[]
      }[]
      entries: {
        id: string
        key: string
        kind: string
        personId: string | null
        amountFen: number
        clause: string
        occurredAt: string
        recordedAt: string
      }[]
      barred: { action: string; code: string; text: { zh: string; en: string } }[]
    }
  }
  'post /api/cases/{id}/withdrawal': {
    params: { id: string }
    query: undefined
    body: { reason: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/facts/{id}/corrections': {
    params: { id: string }
    query: undefined
    body: { occurredAt: string; reason: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/facts/{id}/confirmation': {
    params: { id: string }
    query: undefined
    body: {}
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/policies': {
    params: undefined
    query: undefined
    body: undefined
    answer: {
      items: {
        id: string
        title: { zh: string; en: string }
        parameters: {
          key: string
          label: { zh: string; en: string }
          clause: string | null
          unit: string
          choices: string[] | null
          value: unknown
        }[]
      }[]
    }
  }
  'get /api/policies/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      versions: {
        variant: string
        version: number
        kind: string
        effectiveFromAt: string
        recordedAt: string
        reason: string
        values: Record<string, unknown>
      }[]
      bindings: {
        topic: string
        variant: string
        scope: string
        scopeId: string | null
        fromAt: string
        toAt: string | null
      }[]
    }
  }
  'post /api/policies/{id}/amendments': {
    params: { id: string }
    query: undefined
    body: { values: Record<string, unknown>; reason: string; effectiveFromAt?: string }
    answer: { version: number }
  }
  'post /api/policies/{id}/errata': {
    params: { id: string }
    query: undefined
    body: { values: Record<string, unknown>; reason: string }
    answer: { version: number; poke: string[] }
  }
  'get /api/projects/{id}/policies': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: { items: Schemas['ProjectBinding'][] }
  }
  'post /api/projects/{id}/policies': {
    params: { id: string }
    query: undefined
    body: { policy: string; topic: string; fromOn: string; toOn?: string }
    answer: Schemas['ProjectBinding']
  }
  'patch /api/projects/{id}/policies/{bindingId}': {
    params: { id: string; bindingId: string }
    query: undefined
    body: { toOn: string }
    answer: Schemas['ProjectBinding']
  }
  'get /api/projects/{id}/members': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: { items: { personId: string; name: string; kind: string }[] }
  }
  'put /api/projects/{id}/members/{personId}': {
    params: { id: string; personId: string }
    query: undefined
    body: undefined
    answer: undefined
  }
  'delete /api/projects/{id}/members/{personId}': {
    params: { id: string; personId: string }
    query: undefined
    body: undefined
    answer: undefined
  }
  'get /api/todos/blanks': {
    params: undefined
    query: undefined
    body: undefined
    answer: {
      items: {
        policy: string
        policyTitle: { zh: string; en: string }
        variant: string
        key: string
        label: { zh: string; en: string }
        unit: string
        clause: string | null
        clauseTitle: { zh: string; en: string } | null
        projectIds: string[]
      }[]
    }
  }
  'get /api/policy-bindings': {
    params: undefined
    query: { policy?: string; scope?: 'company' | 'customer' | 'project' | 'person'; scopeId?: string }
    body: undefined
    answer: { items: Schemas['Binding'][] }
  }
  'post /api/policy-bindings': {
    params: undefined
    query: undefined
    body: {
      policy: string
      variant?: string
      topic: string
      scope: 'company' | 'customer' | 'project' | 'person'
      scopeId: string | null
      fromOn: string
      toOn?: string
    }
    answer: Schemas['Binding']
  }
  'patch /api/policy-bindings/{bindingId}': {
    params: { bindingId: string }
    query: undefined
    body: { toOn: string }
    answer: Schemas['Binding']
  }
  'get /api/calls/board': {
    params: undefined
    query: { limit?: number; cursor?: string; lane?: 'missed' | 'waiting' | 'overdue' }
    body: undefined
    answer: {
      items: {
        id: string
        state: string
        startedAt: string
        number: string | null
        callerKind: 'customer' | 'staff' | 'unknown'
        contactId: string | null
        contactName: string | null
        customerId: string | null
        customerName: string | null
        category: string | null
        takerId: string | null
        assigneeId: string | null
        assigneeExternal: string | null
        promises: Schemas['Promise'][]
      }[]
      next: string | null
    }
  }
  'post /api/calls/answered': {
    params: undefined
    query: undefined
    body: { callId: string; number: string | null; lineId?: string; occurredAt: string }
    answer: { caseId: string; obligations: Schemas['Promise'][]; touched: string[] }
  }
  'post /api/callers': {
    params: undefined
    query: undefined
    body: { number: string }
    answer: {
      number: string
      kind: 'customer' | 'staff' | 'unknown'
      contacts: {
        contactId: string
        name: string
        post: string | null
        address: string | null
        customerId: string
        customerName: string
      }[]
      people: { id: string; name: string }[]
      earlier: { id: string; state: string; startedAt: string; category: string | null }[]
    }
  }
  'get /api/calls/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      state: string
      startedAt: string
      number: string | null
      callerKind: 'customer' | 'staff' | 'unknown'
      contactId: string | null
      contactName: string | null
      customerId: string | null
      customerName: string | null
      category: string | null
      record: Record<string, unknown> | null
      takerId: string | null
      assigneeId: string | null
      assigneeExternal: string | null
    }
  }
  'get /api/calls': {
    params: undefined
    query: { limit?: number; cursor?: string; state?: 'open' | 'ended' | 'withdrawn' }
    body: undefined
    answer: {
      items: {
        id: string
        state: string
        startedAt: string
        nextAlarmAt: string | null
        number: string | null
        callerKind: string
        contactId: string | null
        category: string | null
        takerId: string | null
        assigneeId: string | null
      }[]
      next: string | null
    }
  }
  'post /api/calls': {
    params: undefined
    query: undefined
    body: { number: string | null; lineId?: string; occurredAt: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/calls/{id}/call-backs': {
    params: { id: string }
    query: undefined
    body: { occurredAt: string; spoke: boolean }
    answer: { cases: { caseId: string; obligations: Schemas['Promise'][] }[] }
  }
  'get /api/telephony-sources': {
    params: undefined
    query: undefined
    body: undefined
    answer: {
      items: {
        id: string
        name: string
        active: boolean
        sample: string | null
        hook: string
        lastCallAt: string | null
      }[]
    }
  }
  'post /api/telephony-sources': {
    params: undefined
    query: undefined
    body: { name: string }
    answer: { id: string; secret: string; hook: string }
  }
  'post /api/telephony-sources/{id}/rotation': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: { id: string; secret: string; hook: string }
  }
  'patch /api/telephony-sources/{id}': {
    params: { id: string }
    query: undefined
    body: { active: boolean }
    answer: Schemas['TelephonySource']
  }
  'post /api/calls/{id}/record': {
    params: { id: string }
    query: undefined
    body: {
      endedAt: string
      category: 'serviceNeed' | 'complaint' | 'priceEnquiry'
      annex: {
        customerInfo: string
        name: string
        contactDetails: string
        employer: string
        reason: string
        productSituation: string
        demand: string
      }
      store?: { customerId?: string; contactId?: string; customerName?: string }
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/calls/{id}/assignments': {
    params: { id: string }
    query: undefined
    body: { assigneeId?: string; external?: string; occurredAt: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/calls/{id}/contacts': {
    params: { id: string }
    query: undefined
    body: { occurredAt: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/calls/{id}/establishments': {
    params: { id: string }
    query: undefined
    body: { occurredAt: string; contacted: boolean }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/calls/{id}/informed': {
    params: { id: string }
    query: undefined
    body: { occurredAt: string; role: 'centreDeputyGm' | 'technicalSupportEngineer'; toId: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/calls/{id}/work-order': {
    params: { id: string }
    query: undefined
    body: { occurredAt: string; number: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/calls/{id}/result': {
    params: { id: string }
    query: undefined
    body: { occurredAt: string; result: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/incidents': {
    params: undefined
    query: { limit?: number; cursor?: string; state?: 'open' | 'ended' | 'withdrawn' }
    body: undefined
    answer: {
      items: {
        id: string
        state: string
        regionId: string | null
        customerId: string | null
        projectId: string | null
        knowerId: string
        recorderId: string
        knownAt: string
        recordedAt: string
        endedAt: string | null
        title: string
        description: string
        flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
        mergedIntoId: string | null
      }[]
      next: string | null
    }
  }
  'post /api/incidents': {
    params: undefined
    query: undefined
    body: {
      knownAt: string
      knowerId?: string
      flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
      title: string
      description: string
      regionId?: string
      customerId?: string
      projectId?: string
      phones?: {
        role: 'regionalManager' | 'officeDirector' | 'technicalSupportManager' | 'centreDeputyGm'
        reached?: boolean
        reachedId?: string
        occurredAt: string
      }[]
    }
    answer: {
      id: string
      state: string
      regionId: string | null
      customerId: string | null
      projectId: string | null
      knowerId: string
      recorderId: string
      knownAt: string
      recordedAt: string
      endedAt: string | null
      title: string
      description: string
      flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
      mergedIntoId: string | null
      mergedIds: string[]
      obligations: Schemas['Promise'][]
      phones: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        calls: {
          clause: string
          role: Role
          at: string | null
          tookMs: number | null
          reachedId: string | null
          via: string | null
          triedAt: string[]
          people: { personId: string; numbers: string[] }[]
        }[]
      }
      report: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        dueAt: string | null
        versions: { id: string; version: number; authorId: string; subject: string; body: string; createdAt: string }[]
        deliveries: {
          personId: string
          roles: Role[]
          reportId: string
          attempts: number
          attemptedAt: string | null
          acceptedId: string | null
          acceptedAt: string | null
          bouncedAt: string | null
          givenUpAt: string | null
          error: string | null
        }[]
      }
    }
  }
  'get /api/incidents/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      state: string
      regionId: string | null
      customerId: string | null
      projectId: string | null
      knowerId: string
      recorderId: string
      knownAt: string
      recordedAt: string
      endedAt: string | null
      title: string
      description: string
      flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
      mergedIntoId: string | null
      mergedIds: string[]
      obligations: Schemas['Promise'][]
      phones: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        calls: {
          clause: string
          role: Role
          at: string | null
          tookMs: number | null
          reachedId: string | null
          via: string | null
          triedAt: string[]
          people: { personId: string; numbers: string[] }[]
        }[]
      }
      report: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        dueAt: string | null
        versions: { id: string; version: number; authorId: string; subject: string; body: string; createdAt: string }[]
        deliveries: {
          personId: string
          roles: Role[]
          reportId: string
          attempts: number
          attemptedAt: string | null
          acceptedId: string | null
          acceptedAt: string | null
          bouncedAt: string | null
          givenUpAt: string | null
          error: string | null
        }[]
      }
    }
  }
  'post /api/incidents/{id}/phones': {
    params: { id: string }
    query: undefined
    body: {
      role: 'regionalManager' | 'officeDirector' | 'technicalSupportManager' | 'centreDeputyGm'
      reached?: boolean
      reachedId?: string
      occurredAt?: string
    }
    answer: {
      id: string
      state: string
      regionId: string | null
      customerId: string | null
      projectId: string | null
      knowerId: string
      recorderId: string
      knownAt: string
      recordedAt: string
      endedAt: string | null
      title: string
      description: string
      flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
      mergedIntoId: string | null
      mergedIds: string[]
      obligations: Schemas['Promise'][]
      phones: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        calls: {
          clause: string
          role: Role
          at: string | null
          tookMs: number | null
          reachedId: string | null
          via: string | null
          triedAt: string[]
          people: { personId: string; numbers: string[] }[]
        }[]
      }
      report: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        dueAt: string | null
        versions: { id: string; version: number; authorId: string; subject: string; body: string; createdAt: string }[]
        deliveries: {
          personId: string
          roles: Role[]
          reportId: string
          attempts: number
          attemptedAt: string | null
          acceptedId: string | null
          acceptedAt: string | null
          bouncedAt: string | null
          givenUpAt: string | null
          error: string | null
        }[]
      }
    }
  }
  'post /api/incidents/{id}/reports': {
    params: { id: string }
    query: undefined
    body: {
      subject?: string
      body?: string
      roles?: (
        | 'regionalManager'
        | 'technicalSupportEngineer'
        | 'technicalSupportManager'
        | 'technicalServiceManager'
        | 'centreDeputyGm'
      )[]
    }
    answer: {
      id: string
      state: string
      regionId: string | null
      customerId: string | null
      projectId: string | null
      knowerId: string
      recorderId: string
      knownAt: string
      recordedAt: string
      endedAt: string | null
      title: string
      description: string
      flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
      mergedIntoId: string | null
      mergedIds: string[]
      obligations: Schemas['Promise'][]
      phones: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        calls: {
          clause: string
          role: Role
          at: string | null
          tookMs: number | null
          reachedId: string | null
          via: string | null
          triedAt: string[]
          people: { personId: string; numbers: string[] }[]
        }[]
      }
      report: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        dueAt: string | null
        versions: { id: string; version: number; authorId: string; subject: string; body: string; createdAt: string }[]
        deliveries: {
          personId: string
          roles: Role[]
          reportId: string
          attempts: number
          attemptedAt: string | null
          acceptedId: string | null
          acceptedAt: string | null
          bouncedAt: string | null
          givenUpAt: string | null
          error: string | null
        }[]
      }
    }
  }
  'post /api/incidents/{id}/bounces': {
    params: { id: string }
    query: undefined
    body: { acceptedId: string; occurredAt?: string }
    answer: {
      id: string
      state: string
      regionId: string | null
      customerId: string | null
      projectId: string | null
      knowerId: string
      recorderId: string
      knownAt: string
      recordedAt: string
      endedAt: string | null
      title: string
      description: string
      flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
      mergedIntoId: string | null
      mergedIds: string[]
      obligations: Schemas['Promise'][]
      phones: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        calls: {
          clause: string
          role: Role
          at: string | null
          tookMs: number | null
          reachedId: string | null
          via: string | null
          triedAt: string[]
          people: { personId: string; numbers: string[] }[]
        }[]
      }
      report: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        dueAt: string | null
        versions: { id: string; version: number; authorId: string; subject: string; body: string; createdAt: string }[]
        deliveries: {
          personId: string
          roles: Role[]
          reportId: string
          attempts: number
          attemptedAt: string | null
          acceptedId: string | null
          acceptedAt: string | null
          bouncedAt: string | null
          givenUpAt: string | null
          error: string | null
        }[]
      }
    }
  }
  'post /api/incidents/{id}/flags': {
    params: { id: string }
    query: undefined
    body: {
      flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
      knownAt?: string
    }
    answer: {
      id: string
      state: string
      regionId: string | null
      customerId: string | null
      projectId: string | null
      knowerId: string
      recorderId: string
      knownAt: string
      recordedAt: string
      endedAt: string | null
      title: string
      description: string
      flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
      mergedIntoId: string | null
      mergedIds: string[]
      obligations: Schemas['Promise'][]
      phones: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        calls: {
          clause: string
          role: Role
          at: string | null
          tookMs: number | null
          reachedId: string | null
          via: string | null
          triedAt: string[]
          people: { personId: string; numbers: string[] }[]
        }[]
      }
      report: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        dueAt: string | null
        versions: { id: string; version: number; authorId: string; subject: string; body: string; createdAt: string }[]
        deliveries: {
          personId: string
          roles: Role[]
          reportId: string
          attempts: number
          attemptedAt: string | null
          acceptedId: string | null
          acceptedAt: string | null
          bouncedAt: string | null
          givenUpAt: string | null
          error: string | null
        }[]
      }
    }
  }
  'post /api/incidents/{id}/downgrades': {
    params: { id: string }
    query: undefined
    body: {
      flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
      reason: string
      occurredAt?: string
    }
    answer: {
      id: string
      state: string
      regionId: string | null
      customerId: string | null
      projectId: string | null
      knowerId: string
      recorderId: string
      knownAt: string
      recordedAt: string
      endedAt: string | null
      title: string
      description: string
      flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
      mergedIntoId: string | null
      mergedIds: string[]
      obligations: Schemas['Promise'][]
      phones: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        calls: {
          clause: string
          role: Role
          at: string | null
          tookMs: number | null
          reachedId: string | null
          via: string | null
          triedAt: string[]
          people: { personId: string; numbers: string[] }[]
        }[]
      }
      report: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        dueAt: string | null
        versions: { id: string; version: number; authorId: string; subject: string; body: string; createdAt: string }[]
        deliveries: {
          personId: string
          roles: Role[]
          reportId: string
          attempts: number
          attemptedAt: string | null
          acceptedId: string | null
          acceptedAt: string | null
          bouncedAt: string | null
          givenUpAt: string | null
          error: string | null
        }[]
      }
    }
  }
  'post /api/incidents/{id}/merger': {
    params: { id: string }
    query: undefined
    body: { intoId: string }
    answer: {
      id: string
      state: string
      regionId: string | null
      customerId: string | null
      projectId: string | null
      knowerId: string
      recorderId: string
      knownAt: string
      recordedAt: string
      endedAt: string | null
      title: string
      description: string
      flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
      mergedIntoId: string | null
      mergedIds: string[]
      obligations: Schemas['Promise'][]
      phones: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        calls: {
          clause: string
          role: Role
          at: string | null
          tookMs: number | null
          reachedId: string | null
          via: string | null
          triedAt: string[]
          people: { personId: string; numbers: string[] }[]
        }[]
      }
      report: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        dueAt: string | null
        versions: { id: string; version: number; authorId: string; subject: string; body: string; createdAt: string }[]
        deliveries: {
          personId: string
          roles: Role[]
          reportId: string
          attempts: number
          attemptedAt: string | null
          acceptedId: string | null
          acceptedAt: string | null
          bouncedAt: string | null
          givenUpAt: string | null
          error: string | null
        }[]
      }
    }
  }
  'post /api/incidents/{id}/result': {
    params: { id: string }
    query: undefined
    body: { result: string; occurredAt?: string }
    answer: {
      id: string
      state: string
      regionId: string | null
      customerId: string | null
      projectId: string | null
      knowerId: string
      recorderId: string
      knownAt: string
      recordedAt: string
      endedAt: string | null
      title: string
      description: string
      flags: ('qualityIncident' | 'customerIndicators' | 'stateGridCompliance' | 'massStateGrid')[]
      mergedIntoId: string | null
      mergedIds: string[]
      obligations: Schemas['Promise'][]
      phones: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        calls: {
          clause: string
          role: Role
          at: string | null
          tookMs: number | null
          reachedId: string | null
          via: string | null
          triedAt: string[]
          people: { personId: string; numbers: string[] }[]
        }[]
      }
      report: {
        done: number
        of: number
        verdict: string
        lateByMs: number | null
        dueAt: string | null
        versions: { id: string; version: number; authorId: string; subject: string; body: string; createdAt: string }[]
        deliveries: {
          personId: string
          roles: Role[]
          reportId: string
          attempts: number
          attemptedAt: string | null
          acceptedId: string | null
          acceptedAt: string | null
          bouncedAt: string | null
          givenUpAt: string | null
          error: string | null
        }[]
      }
    }
  }
  'post /api/service-tasks': {
    params: undefined
    query: undefined
    body: {
      customerId?: string
      contactName?: string
      contactDetails?: string
      requirement?: string
      siteSituation?: string
      projectId?: string
      product?: string
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/service-tasks': {
    params: undefined
    query: { limit?: number; cursor?: string; state?: 'open' | 'ended' | 'withdrawn'; engineerId?: string }
    body: undefined
    answer: {
      items: {
        id: string
        state: string
        round: number
        parentId: string | null
        regionId: string | null
        startedAt: string
        endedAt: string | null
        nextAlarmAt: string | null
        customerId: string
        customerName: string
        requirement: string
        engineerId: string | null
        issuerId: string
        waitsFor: string[]
      }[]
      next: string | null
    }
  }
  'get /api/service-ledger': {
    params: undefined
    query: {
      limit?: number
      cursor?: string
      state?: 'registered' | 'waiting'
      engineerId?: string
      customerId?: string
      fromOn?: string
      untilOn?: string
      q?: string
    }
    body: undefined
    answer: {
      items: {
        id: string
        parentId: string | null
        ledgerNumber: string | null
        registeredAt: string | null
        startedAt: string
        customerName: string
        requirement: string
        engineerId: string | null
        attitude: ('excellent' | 'good' | 'fair' | 'poor') | null
        skill: ('excellent' | 'good' | 'fair' | 'poor') | null
        result: ('excellent' | 'good' | 'fair' | 'poor') | null
        signedAt: string | null
      }[]
      next: string | null
    }
  }
  'get /api/service-tasks/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      state: string
      round: number
      parentId: string | null
      regionId: string | null
      startedAt: string
      endedAt: string | null
      nextAlarmAt: string | null
      customerId: string
      customerName: string
      requirement: string
      engineerId: string | null
      issuerId: string
      contactName: string
      contactDetails: string
      siteSituation: string
      product: string | null
      form: {
        site?: { situation: string }
        solution?: string
        mode?: 'onSite' | 'remote'
        tools?: string[]
        documents?: string[]
        spares?: string[]
        appointmentAt?: string
        travel?: { destination: string; transport: string; departOn: string; returnOn: string; costFen?: number }
        estimateAt?: string
        record?: { work: string; resolution: string; materials?: { item: string; quantity: string }[] }
        market?: { item: string; content: string }[]
        returnPlan?: string
        ledgerNumber?: string
      }
      ratings: {
        signedAt: string
        engineerId: string
        attitude: ('excellent' | 'good' | 'fair' | 'poor') | null
        skill: ('excellent' | 'good' | 'fair' | 'poor') | null
        result: ('excellent' | 'good' | 'fair' | 'poor') | null
        signature: string | null
        signatureFileId: string | null
      }[]
      extraIds: string[]
    }
  }
  'get /api/service-tasks/{id}/proposal': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      engineers: {
        personId: string
        rank: number
        inRegion: boolean
        skillLevel: number | null
        absent: boolean
        openTasks: number
        reasons: { zh: string; en: string }[]
      }[]
    }
  }
  'post /api/service-tasks/{id}/extras': {
    params: { id: string }
    query: undefined
    body: { requirement: string; siteSituation: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/signature': {
    params: { id: string }
    query: undefined
    body: { ground?: 'gmAway' | 'direct' }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/assignments': {
    params: { id: string }
    query: undefined
    body: { engineerId: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/refusal-decision': {
    params: { id: string }
    query: undefined
    body: { granted: boolean; reason?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/clarification': {
    params: { id: string }
    query: undefined
    body: { notice: { contactName?: string; contactDetails?: string; requirement?: string; siteSituation?: string } }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/plan-decision': {
    params: { id: string }
    query: undefined
    body: { approved: boolean; reason?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/revision-decision': {
    params: { id: string }
    query: undefined
    body: { approved: boolean; reason?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/completion-confirmation': {
    params: { id: string }
    query: undefined
    body: {}
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/signature-decision': {
    params: { id: string }
    query: undefined
    body: { finding: 'excused' | 'missing' | 'forged'; note: string; coveredUpById?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/rating-correction': {
    params: { id: string }
    query: undefined
    body: {
      scores?: {
        attitude: 'excellent' | 'good' | 'fair' | 'poor'
        skill: 'excellent' | 'good' | 'fair' | 'poor'
        result: 'excellent' | 'good' | 'fair' | 'poor'
      }
      signedAt?: string
      reason: string
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/return-agreement': {
    params: { id: string }
    query: undefined
    body: {}
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/extra-approval': {
    params: { id: string }
    query: undefined
    body: {}
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/confirmation': {
    params: { id: string }
    query: undefined
    body: {}
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/registration': {
    params: { id: string }
    query: undefined
    body: { ledgerNumber: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/acceptance': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/refusal': {
    params: { id: string }
    query: undefined
    body: { reason: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/site-confirmation': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string; situation: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/site-difference': {
    params: { id: string }
    query: undefined
    body: { difference: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/solution': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string; solution: string; mode: 'onSite' | 'remote' }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/preparation': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string; tools: string[]; documents: string[]; spares: string[] }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/appointment': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string; appointmentAt: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/appointment-change': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string; appointmentAt: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/plan': {
    params: { id: string }
    query: undefined
    body: {
      estimateAt: string
      travel?: { destination: string; transport: string; departOn: string; returnOn: string; costFen?: number }
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/revision': {
    params: { id: string }
    query: undefined
    body: { estimateAt: string; reason: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/advance': {
    params: { id: string }
    query: undefined
    body: { amountFen: number }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/departure': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/arrival': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/arrival-call': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string; serviceAt?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/completion': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/record': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string; work: string; resolution: string; materials?: { item: string; quantity: string }[] }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/work-orders': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string; work: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/rating': {
    params: { id: string }
    query: undefined
    body: {
      occurredAt: string
      scores: {
        attitude: 'excellent' | 'good' | 'fair' | 'poor'
        skill: 'excellent' | 'good' | 'fair' | 'poor'
        result: 'excellent' | 'good' | 'fair' | 'poor'
      }
      signature: string
      device?: string
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/missing-signature': {
    params: { id: string }
    query: undefined
    body: { reason: 'refused' | 'unreachable'; note: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/return-plan': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string; plan: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/return': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/service-tasks/{id}/market': {
    params: { id: string }
    query: undefined
    body: { lines: { item: string; content: string }[] }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/ledger': {
    params: undefined
    query: { limit?: number; cursor?: string; personId?: string; caseId?: string }
    body: undefined
    answer: {
      items: {
        id: string
        kind: string
        state: ('provisional' | 'confirmed' | 'reversed' | 'waived') | null
        personId: string | null
        caseId: string
        obligationId: string | null
        aboutId: string | null
        amountFen: number
        clause: string
        policy: string
        policyVersion: number
        occurredAt: string
        recordedAt: string
        byId: string | null
        title: { zh: string; en: string }
        basis: { zh: string; en: string }
        because: { zh: string; en: string }
        arithmetic: Record<string, unknown>
        evidence: { id: string; kind: string; occurredAt: string }[]
      }[]
      next: string | null
    }
  }
  'get /api/ledger/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      kind: string
      state: ('provisional' | 'confirmed' | 'reversed' | 'waived') | null
      personId: string | null
      caseId: string
      obligationId: string | null
      aboutId: string | null
      amountFen: number
      clause: string
      policy: string
      policyVersion: number
      occurredAt: string
      recordedAt: string
      byId: string | null
      title: { zh: string; en: string }
      basis: { zh: string; en: string }
      because: { zh: string; en: string }
      arithmetic: Record<string, unknown>
      evidence: { id: string; kind: string; occurredAt: string }[]
    }
  }
  'get /api/ledger/{id}/options': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      standingFen: number
      claim: { cause: 'forceMajeure' | 'customer' | 'company' | 'own'; note: string; at: string } | null
      cause: { code: string; text: { zh: string; en: string } } | null
      causes: ('forceMajeure' | 'customer' | 'company' | 'own')[]
      causeUntil: string | null
      appeal: { code: string; text: { zh: string; en: string } } | null
      appealUntil: string | null
      appealId: string | null
      decide: { code: string; text: { zh: string; en: string } } | null
      waive: { code: string; text: { zh: string; en: string } } | null
      handOver: { code: string; text: { zh: string; en: string } } | null
    }
  }
  'post /api/ledger/{id}/seen': { params: { id: string }; query: undefined; body: {}; answer: undefined }
  'post /api/ledger/{id}/cause': {
    params: { id: string }
    query: undefined
    body: { cause: 'forceMajeure' | 'customer' | 'company' | 'own'; note: string }
    answer: undefined
  }
  'post /api/ledger/{id}/decision': {
    params: { id: string }
    query: undefined
    body: { accepted: boolean; note: string }
    answer: undefined
  }
  'post /api/ledger/{id}/waiver': {
    params: { id: string }
    query: undefined
    body: { reason: string }
    answer: undefined
  }
  'post /api/ledger/{id}/hand-over': {
    params: { id: string }
    query: undefined
    body: { handedAt: string; note: string }
    answer: undefined
  }
  'get /api/notifications': {
    params: undefined
    query: { limit?: number; cursor?: string; unread?: string }
    body: undefined
    answer: {
      items: {
        id: string
        template: string
        title: string
        body: string
        caseId: string | null
        place: string | null
        obligationId: string | null
        createdAt: string
        readAt: string | null
      }[]
      next: string | null
    }
  }
  'post /api/notifications/{id}/reading': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: undefined
  }
  'post /api/notifications/reading': {
    params: undefined
    query: undefined
    body: { untilAt: string }
    answer: { count: number }
  }
  'get /api/channels': {
    params: undefined
    query: undefined
    body: undefined
    answer: {
      items: {
        name: 'inApp' | 'email'
        state: 'working' | 'failing' | 'notConfigured' | 'untried'
        succeededAt: string | null
        failedAt: string | null
        error: string | null
        waiting: number
        waitingSinceAt: string | null
        givenUp: number
      }[]
      mail: { server: string | null; sender: string | null }
    }
  }
  'post /api/channels/{name}/test': {
    params: { name: string }
    query: undefined
    body: undefined
    answer: { sentAt: string }
  }
  'get /api/channels/{name}/test': {
    params: { name: 'inApp' | 'email' }
    query: undefined
    body: undefined
    answer: {
      test: {
        sentAt: string
        attempts: number
        deliveredAt: string | null
        failedAt: string | null
        error: string | null
      } | null
    }
  }
  'get /api/ledger/{id}/appeal': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: { until: string }
  }
  'post /api/ledger/{id}/appeal': {
    params: { id: string }
    query: undefined
    body: { reason: string; attachmentIds?: string[] }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/appeals': {
    params: undefined
    query: { limit?: number; cursor?: string; open?: string }
    body: undefined
    answer: {
      items: {
        caseId: string
        state: string
        consequenceId: string
        personId: string
        clause: string
        amountFen: number
        reason: string
        attachmentIds: string[]
        filedAt: string
        outcome: ('upheld' | 'reduced' | 'lifted' | 'moot') | null
        explanation: string | null
        remainingFen: number | null
        decidedAt: string | null
        decidedById: string | null
      }[]
      next: string | null
    }
  }
  'get /api/appeals/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      caseId: string
      state: string
      consequenceId: string
      personId: string
      clause: string
      amountFen: number
      reason: string
      attachmentIds: string[]
      filedAt: string
      outcome: ('upheld' | 'reduced' | 'lifted' | 'moot') | null
      explanation: string | null
      remainingFen: number | null
      decidedAt: string | null
      decidedById: string | null
    }
  }
  'post /api/appeals/{id}/decision': {
    params: { id: string }
    query: undefined
    body: { outcome: 'upheld' | 'reduced' | 'lifted'; remainingFen?: number; explanation: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/appeals/{id}/withdrawal': {
    params: { id: string }
    query: undefined
    body: {}
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/rulebooks': {
    params: undefined
    query: { waiting?: string; readers?: string }
    body: undefined
    answer: {
      items: {
        id: string
        title: { zh: string; en: string }
        version: number | null
        effectiveFromAt: string | null
        lastReviewedAt: string | null
        bound: boolean
        waiting: boolean
        acknowledgedAt: string | null
        readers: { bound: number; acknowledged: number } | null
      }[]
    }
  }
  'get /api/rulebooks/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      title: { zh: string; en: string }
      clauses: { id: string; zh: string; en: string; software: string }[]
    }
  }
  'get /api/rulebooks/{id}/firings': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      items: {
        clause: string
        promises: number
        late: number
        entries: number
        amountFen: number
        lastAt: string | null
      }[]
    }
  }
  'get /api/rulebooks/{id}/versions': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      document: {
        clause: string
        number: string
        level: number
        edition: string
        effectiveOn: string
        revisions: { on: string; edition: string; note: { zh: string; en: string } }[]
      } | null
      items: {
        variant: string
        version: number
        kind: string
        effectiveFromAt: string
        recordedAt: string
        note: string
        reference: string | null
        draftedBy: string[]
        reviewedBy: string[]
        approvedBy: string[]
      }[]
    }
  }
  'get /api/rulebooks/{id}/versions/{version}': {
    params: { id: string; version: number }
    query: undefined
    body: undefined
    answer: {
      id: string
      title: { zh: string; en: string }
      version: number
      kind: string
      effectiveFromAt: string
      recordedAt: string
      note: string
      reference: string | null
      before: number | null
      parameters: {
        key: string
        clause: string | null
        label: { zh: string; en: string }
        unit: string
        value: unknown
        sinceAt: string
        next: { value: unknown; fromAt: string } | null
      }[]
      signatures: { kind: string; role: string | null; byId: string | null; at: string }[]
    }
  }
  'get /api/rulebooks/{id}/versions/{version}/acknowledgements': {
    params: { id: string; version: number }
    query: undefined
    body: undefined
    answer: { items: { personId: string; name: string; bound: boolean; acknowledgedAt: string | null }[] }
  }
  'post /api/rulebooks/{id}/versions/{version}/acknowledgements': {
    params: { id: string; version: number }
    query: undefined
    body: {}
    answer: undefined
  }
  'post /api/rulebooks/{id}/reviews': {
    params: { id: string }
    query: undefined
    body: { note: string }
    answer: { id: string }
  }
  'get /api/rulebook-drafts': {
    params: undefined
    query: { limit?: number; cursor?: string; rulebookId?: string; open?: string }
    body: undefined
    answer: {
      items: {
        caseId: string
        rulebookId: string
        kind: string
        values: Record<string, unknown>
        note: string
        reference: string | null
        authorId: string
        state: string
        startedAt: string
        version: number | null
        effectiveOn: string | null
        publishedAt: string | null
      }[]
      next: string | null
    }
  }
  'post /api/rulebook-drafts': {
    params: undefined
    query: undefined
    body: {
      rulebookId: string
      kind: 'amendment' | 'erratum'
      values: Record<string, unknown>
      note: string
      reference?: string
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/rulebook-drafts/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      caseId: string
      rulebookId: string
      kind: string
      values: Record<string, unknown>
      note: string
      reference: string | null
      authorId: string
      state: string
      startedAt: string
      version: number | null
      effectiveOn: string | null
      publishedAt: string | null
      before: Record<string, unknown>
      signatures: { kind: string; role: string | null; byId: string | null; at: string }[]
    }
  }
  'patch /api/rulebook-drafts/{id}': {
    params: { id: string }
    query: undefined
    body: { values?: Record<string, unknown>; note?: string; reference?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/rulebook-drafts/{id}/submission': {
    params: { id: string }
    query: undefined
    body: {}
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/rulebook-drafts/{id}/review': {
    params: { id: string }
    query: undefined
    body: { approved: boolean; reason: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/rulebook-drafts/{id}/approval': {
    params: { id: string }
    query: undefined
    body: { approved: boolean; reason: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/rulebook-drafts/{id}/publicising': {
    params: { id: string }
    query: undefined
    body: {}
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/rulebook-drafts/{id}/withdrawal': {
    params: { id: string }
    query: undefined
    body: {}
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/rulebook-drafts/{id}/publication': {
    params: { id: string }
    query: undefined
    body: { effectiveOn?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][]; version: number }
  }
  'post /api/backtests': {
    params: undefined
    query: undefined
    body: { policy: string; values: Record<string, unknown>; fromOn: string; toOn: string }
    answer: {
      id: string
      policy: string
      values: Record<string, unknown>
      fromOn: string
      toOn: string
      state: 'running' | 'done' | 'stopped' | 'failed' | 'interrupted'
      done: number
      of: number | null
      startedAt: string
      endedAt: string | null
      outcome: {
        compared: number
        lateBefore: number
        lateAfter: number
        beforeFen: number
        afterFen: number
        people: { personId: string; beforeFen: number; afterFen: number }[]
        differences: {
          personId: string | null
          caseId: string | null
          clause: string
          kind: string
          at: string
          beforeFen: number
          afterFen: number
          before: string | null
          after: string | null
          explanation: { zh: string; en: string }
          evidence: { id: string; caseId: string; kind: string; occurredAt: string }[]
        }[]
        unlisted: number
        leftOut: ('promises' | 'ratings' | 'accidents' | 'coverUps' | 'records' | 'windows' | 'pay' | 'bonus')[]
      } | null
    }
  }
  'get /api/backtests/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      policy: string
      values: Record<string, unknown>
      fromOn: string
      toOn: string
      state: 'running' | 'done' | 'stopped' | 'failed' | 'interrupted'
      done: number
      of: number | null
      startedAt: string
      endedAt: string | null
      outcome: {
        compared: number
        lateBefore: number
        lateAfter: number
        beforeFen: number
        afterFen: number
        people: { personId: string; beforeFen: number; afterFen: number }[]
        differences: {
          personId: string | null
          caseId: string | null
          clause: string
          kind: string
          at: string
          beforeFen: number
          afterFen: number
          before: string | null
          after: string | null
          explanation: { zh: string; en: string }
          evidence: { id: string; caseId: string; kind: string; occurredAt: string }[]
        }[]
        unlisted: number
        leftOut: ('promises' | 'ratings' | 'accidents' | 'coverUps' | 'records' | 'windows' | 'pay' | 'bonus')[]
      } | null
    }
  }
  'delete /api/backtests/{id}': { params: { id: string }; query: undefined; body: undefined; answer: undefined }
  'get /api/penalties': {
    params: undefined
    query: { limit?: number; cursor?: string }
    body: undefined
    answer: {
      items: {
        caseId: string
        state: string
        personId: string
        ground: string
        clause: string | null
        kind: 'fine' | 'reward' | 'statement'
        amountFen: number
        reason: string
        proposedById: string
        proposedAt: string
        outcome: string | null
        decidedFen: number | null
        explanation: string | null
        decidedAt: string | null
        decidedById: string | null
      }[]
      next: string | null
    }
  }
  'post /api/penalties': {
    params: undefined
    query: undefined
    body: {
      personId: string
      ground:
        | 'penalty.askPreparation'
        | 'penalty.preparation'
        | 'penalty.service'
        | 'penalty.requirementSheet'
        | 'penalty.campaign'
        | 'penalty.exam'
        | 'penalty.materials'
      kind: 'fine' | 'reward' | 'statement'
      amountFen: number
      reason: string
      aboutCaseId?: string
      evidenceIds?: string[]
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/penalties/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      caseId: string
      state: string
      personId: string
      ground: string
      clause: string | null
      kind: 'fine' | 'reward' | 'statement'
      amountFen: number
      reason: string
      proposedById: string
      proposedAt: string
      outcome: string | null
      decidedFen: number | null
      explanation: string | null
      decidedAt: string | null
      decidedById: string | null
    }
  }
  'post /api/penalties/{id}/decision': {
    params: { id: string }
    query: undefined
    body: { approved: boolean; amountFen?: number; explanation: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/attachments': { params: undefined; query: undefined; body: Blob; answer: Schemas['Attachment'] }
  'get /api/attachments/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: Schemas['Attachment']
  }
  'get /api/attachments/{id}/content': { params: { id: string }; query: undefined; body: undefined; answer: Blob }
  'get /api/cases/{id}/attachments': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: { items: Schemas['Attachment'][] }
  }
  'post /api/cases/{id}/attachments': {
    params: { id: string }
    query: undefined
    body: { attachmentIds: string[]; purpose: 'photo' | 'stamp' | 'document'; takenAt?: string }
    answer: { items: Schemas['Attachment'][] }
  }
  'get /api/cases/{id}/print/{form}': {
    params: { id: string; form: string }
    query: undefined
    body: undefined
    answer: Blob
  }
  'post /api/staff-changes/check': {
    params: undefined
    query: undefined
    body: {
      projectId: string
      plan: { noticeOn?: string; applyOn?: string; handoverStartOn?: string; takesOverOn?: string }
      demandedAt?: string
      handoverDays?: number
    }
    answer: {
      holds: boolean
      broken: {
        promise: string
        field: string
        clause: string
        plannedOn: string
        latestOn: string
        earliestOn: string
      }[]
      earliest: {
        overlapped: {
          noticeOn: string | null
          applyOn: string
          handoverStartOn: string
          handoverEndOn: string | null
          takesOverOn: string
        }
        inARow: {
          noticeOn: string | null
          applyOn: string
          handoverStartOn: string
          handoverEndOn: string | null
          takesOverOn: string
        }
      }
      replaceByOn: string | null
      provisional: boolean
    }
  }
  'post /api/staff-changes/preview': {
    params: undefined
    query: undefined
    body: {
      projectId: string
      plan: { noticeOn?: string; applyOn?: string; handoverStartOn?: string; takesOverOn?: string }
      demandedAt?: string
      handoverDays?: number
    }
    answer: {
      todayOn: string
      check: {
        holds: boolean
        broken: {
          promise: string
          field: string
          clause: string
          plannedOn: string
          latestOn: string
          earliestOn: string
        }[]
        earliest: {
          overlapped: {
            noticeOn: string | null
            applyOn: string
            handoverStartOn: string
            handoverEndOn: string | null
            takesOverOn: string
          }
          inARow: {
            noticeOn: string | null
            applyOn: string
            handoverStartOn: string
            handoverEndOn: string | null
            takesOverOn: string
          }
        }
        replaceByOn: string | null
        provisional: boolean
      }
      plan: { noticeOn: string; applyOn: string; handoverStartOn: string | null; takesOverOn: string | null }
      handoverDays: number | null
      handoverEndOn: string | null
      latest: { noticeOn: string; applyOn: string; handoverStartOn: string | null } | null
      days: {
        on: string
        type: 'statutoryHoliday' | 'adjustedRest' | 'weekend' | 'makeUpWorkday' | 'workday'
        working: boolean
        provisional: boolean
        handoverDay: number | null
        breaks: ('notice' | 'leadTime' | 'handOver' | 'replace' | 'start')[] | null
      }[]
    }
  }
  'get /api/staff-changes/sites': {
    params: undefined
    query: undefined
    body: undefined
    answer: {
      items: {
        id: string
        name: string
        customerName: string
        policy: { id: string; title: { zh: string; en: string } }
        noticeTo: Role[]
        approvers: Role[]
        enclosures: ('certificates' | 'resume')[]
        shorterConsentBy: Role
        replaceable: boolean
      }[]
    }
  }
  'get /api/staff-changes/candidates': {
    params: undefined
    query: { projectId: string }
    body: undefined
    answer: { items: { id: string; name: string }[] }
  }
  'post /api/staff-changes': {
    params: undefined
    query: undefined
    body: {
      projectId: string
      outgoingId: string
      incomingId?: string
      asks?: ('notice' | 'leadTime' | 'handOver' | 'replace')[]
      plan: { noticeOn?: string; applyOn?: string; handoverStartOn?: string; takesOverOn: string }
      handoverDays?: number
      startedAt?: string
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/staff-changes': {
    params: undefined
    query: {
      limit?: number
      cursor?: string
      state?: 'open' | 'ended' | 'withdrawn'
      projectId?: string
      mine?: string
    }
    body: undefined
    answer: { items: Schemas['StaffChange'][]; next: string | null }
  }
  'post /api/staff-changes/replacements': {
    params: undefined
    query: undefined
    body: {
      projectId: string
      outgoingId: string
      incomingId?: string
      asks?: ('notice' | 'leadTime' | 'handOver' | 'replace')[]
      demandedAt: string
      ground: 'attitude' | 'responsibility' | 'technique' | 'coordination'
      plan?: { noticeOn?: string; applyOn?: string; handoverStartOn?: string; takesOverOn?: string }
      documentId?: string
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/staff-changes/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      state: string
      projectId: string
      trigger: 'contractor' | 'client'
      ground: ('attitude' | 'responsibility' | 'technique' | 'coordination') | null
      outgoingId: string
      incomingId: string | null
      outgoingName: string
      incomingName: string | null
      projectName: string
      handoverStartOn: string | null
      takesOverOn: string | null
      startedAt: string
      endedAt: string | null
      nextAlarmAt: string | null
      policy: string
      rules: {
        policy: { id: string; title: { zh: string; en: string } }
        noticeTo: Role[]
        approvers: Role[]
        enclosures: ('certificates' | 'resume')[]
        shorterConsentBy: Role
        replaceable: boolean
      }
      plan: { noticeOn: string; applyOn: string; handoverStartOn: string | null; takesOverOn: string | null }
      handover: { beganAt: string; days: number | null; endsAt: string | null; today: number | null } | null
      obligations: Schemas['Promise'][]
      facts: {
        id: string
        kind: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        correctsId: string | null
        data: Record<string, unknown>
      }[]
    }
  }
  'post /api/staff-changes/{id}/notice': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string; to?: ('clientTechnology' | 'clientSupervision' | 'clientInformation' | 'clientHr')[] }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/staff-changes/{id}/application': {
    params: { id: string }
    query: undefined
    body: {
      occurredAt?: string
      incomingId?: string
      enclosures: { kind: 'certificates' | 'resume'; attachmentId: string }[]
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/staff-changes/{id}/decisions': {
    params: { id: string }
    query: undefined
    body: {
      occurredAt?: string
      role?: 'clientTechnology' | 'clientSupervision' | 'clientInformation' | 'clientHr'
      documentId?: string
      approved: boolean
      reason?: string
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/staff-changes/{id}/waivers': {
    params: { id: string }
    query: undefined
    body: {
      occurredAt?: string
      role?: 'clientTechnology' | 'clientSupervision' | 'clientInformation' | 'clientHr'
      documentId?: string
      promise: 'notice' | 'leadTime' | 'handOver' | 'replace'
      granted: boolean
      workingDays?: number
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/staff-changes/{id}/trial': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/staff-changes/{id}/handover': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/staff-changes/{id}/deliverables': {
    params: { id: string }
    query: undefined
    body: {
      occurredAt?: string
      deliverable: 'documents' | 'situationReport' | 'onSiteTraining'
      attachmentIds?: string[]
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/staff-changes/{id}/completion': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/staff-changes/{id}/confirmation': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string; documentId: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/staff-changes/{id}/tests': {
    params: { id: string }
    query: undefined
    body: {
      occurredAt?: string
      role?: 'clientTechnology' | 'clientSupervision' | 'clientInformation' | 'clientHr'
      documentId?: string
      passed: boolean
      remark?: string
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/staff-changes/{id}/staff': {
    params: { id: string }
    query: undefined
    body: { occurredAt?: string; outgoingId?: string; incomingId?: string; reason: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/staff-changes/{id}/dates': {
    params: { id: string }
    query: undefined
    body: {
      occurredAt?: string
      plan: { noticeOn?: string; applyOn?: string; handoverStartOn?: string; takesOverOn?: string }
      reason: string
    }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/staff-changes/{id}/withdrawal': {
    params: { id: string }
    query: undefined
    body: { reason: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/reports': {
    params: undefined
    query: {
      limit?: number
      cursor?: string
      form?:
        | 'engineerWeekly'
        | 'supervisorWeekly'
        | 'departmentWeekly'
        | 'monthlyReport'
        | 'workDaily'
        | 'siteDaily'
        | 'residentRegular'
        | 'progressRegular'
        | 'serviceStatistics'
        | 'projectMonthly'
        | 'projectQuarterly'
        | 'projectYearly'
        | 'centreUpward'
        | 'serviceUpward'
        | 'supportUpward'
        | 'headUpward'
        | 'faultSummary'
        | 'regionalData'
        | 'provinceData'
        | 'specifications'
        | 'formality'
        | 'afterService'
        | 'mistake'
      period?: string
      authorId?: string
      waiting?: 'owed' | 'late'
    }
    body: undefined
    answer: { items: Schemas['Report'][]; next: string | null }
  }
  'post /api/reports/requests': {
    params: undefined
    query: undefined
    body: {
      form: 'regionalData' | 'provinceData' | 'specifications' | 'formality'
      authorId: string
      month?: string
      dueOn?: string
      request: string
    }
    answer: { id: string }
  }
  'post /api/reports/mistakes': {
    params: undefined
    query: undefined
    body: { personId?: string; knownAt: string; note: string }
    answer: { id: string }
  }
  'get /api/reports/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      form:
        | 'engineerWeekly'
        | 'supervisorWeekly'
        | 'departmentWeekly'
        | 'monthlyReport'
        | 'workDaily'
        | 'siteDaily'
        | 'residentRegular'
        | 'progressRegular'
        | 'serviceStatistics'
        | 'projectMonthly'
        | 'projectQuarterly'
        | 'projectYearly'
        | 'centreUpward'
        | 'serviceUpward'
        | 'supportUpward'
        | 'headUpward'
        | 'faultSummary'
        | 'regionalData'
        | 'provinceData'
        | 'specifications'
        | 'formality'
        | 'afterService'
        | 'mistake'
      label: { zh: string; en: string }
      period: string
      authorId: string | null
      authorName: string | null
      state: string
      clause: string
      dueKind: string
      dueAt: string | null
      work: string
      verdict: string
      receivedAt: string | null
      recordedById: string | null
      request: string | null
      askedById: string | null
      aboutCaseId: string | null
      recipientId: string | null
      sections: { progress?: string; problems?: string; plan?: string; suggestions?: string } | null
      figures: {
        cases: { opened: number; ended: number }
        promises: { onTime: number; late: number; excused: number; overdue: number }
        timeliness: number | null
        ratings: { excellent: number; good: number; fair: number; poor: number; unsigned: number }
        documents: { filled: number; expected: number }
        completeness: number | null
        accidents: { classI: number; classII: number }
        finesFen: number
      }
      draft: {
        progress: { zh: string; en: string }
        problems: { zh: string; en: string }
        plan: { zh: string; en: string }
        suggestions: { zh: string; en: string }
      } | null
      required: ('progress' | 'problems' | 'plan' | 'suggestions')[]
      parts: {
        progress: { zh: string; en: string }
        problems: { zh: string; en: string }
        plan: { zh: string; en: string }
        suggestions: { zh: string; en: string }
      }
      follow: { zh: string; en: string } | null
    }
  }
  'post /api/reports/{id}/submission': {
    params: { id: string }
    query: undefined
    body: { sections: { progress?: string; problems?: string; plan?: string; suggestions?: string } }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/reports/{id}/receipt': {
    params: { id: string }
    query: undefined
    body: { receivedAt: string; note: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/reports/{id}/late-report': {
    params: { id: string }
    query: undefined
    body: { reason: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/reports/{id}/following': {
    params: { id: string }
    query: undefined
    body: { occurredAt: string; note: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/assessments': {
    params: undefined
    query: { limit?: number; cursor?: string; scope?: 'staff' | 'supervisor' | 'final' }
    body: undefined
    answer: { items: Schemas['AssessmentSheet'][]; next: string | null }
  }
  'get /api/assessments/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      scope: 'staff' | 'supervisor' | 'final'
      label: { zh: string; en: string }
      month: string
      state: string
      dueAt: string | null
      issueVerdict: string | null
      issuedAt: string | null
      issuedById: string | null
      signedAt: string | null
      signedById: string | null
      sheet: {
        totalFen: number
        people: {
          personId: string
          code: string
          name: string
          totalFen: number
          lines: {
            entryId: string
            kind: string
            clause: string
            title: { zh: string; en: string }
            because: { zh: string; en: string }
            amountFen: number
            occurredAt: string
            recordedAt: string
            correction: boolean
          }[]
          waiting: {
            entryId: string
            kind: string
            clause: string
            title: { zh: string; en: string }
            because: { zh: string; en: string }
            amountFen: number
            occurredAt: string
            recordedAt: string
            correction: boolean
          }[]
          pay?: {
            kind: 'base' | 'bonus' | 'travel' | 'phone'
            clause: string
            because: { zh: string; en: string }
            amountFen: number | null
            of?: string
          }[]
        }[]
      }
      files: { format: 'xlsx' | 'pdf' | 'csv'; name: string; mediaType: string; size: number; sha256: string }[]
    }
  }
  'get /api/assessments/{id}/files/{format}': {
    params: { id: string; format: string }
    query: undefined
    body: undefined
    answer: Blob
  }
  'post /api/assessments/{id}/issue': {
    params: { id: string }
    query: undefined
    body: {}
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/assessments/{id}/signature': {
    params: { id: string }
    query: undefined
    body: {}
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/assessments/{id}/return': {
    params: { id: string }
    query: undefined
    body: { reason: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/assessments/{id}/acknowledgement': {
    params: { id: string }
    query: undefined
    body: { sha256: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/workplace': {
    params: undefined
    query: undefined
    body: undefined
    answer: {
      now: string
      mine: { open: number; overdue: number; soon: number }
      unread: number
      calls: { open: number; overdue: number; missed: number } | null
      incidents: { open: number; overdue: number } | null
      serviceTasks: { open: number; overdue: number } | null
      staffChanges: { open: number; overdue: number } | null
    }
  }
  'get /api/names': {
    params: undefined
    query: undefined
    body: undefined
    answer: { items: { id: string; name: string; active: boolean; sounds: string }[] }
  }
  'get /api/obligations/done': {
    params: undefined
    query: { limit?: number; cursor?: string }
    body: undefined
    answer: {
      items: {
        id: string
        caseId: string
        promise: string
        label: { zh: string; en: string }
        clause: string
        clauseTitle: { zh: string; en: string } | null
        policy: string
        policyVersion: number
        round: number
        bearerId: string | null
        bearerRole: string | null
        recipientId: string | null
        recipientRole: string | null
        dueKind: string
        dueAt: string | null
        dueProvisional: boolean
        anchorAt: string
        work: string
        verdict: string
        settledAt: string | null
        lateByMs: number | null
        reason: string | null
        about: string | null
      }[]
      next: string | null
    }
  }
  'get /api/copies': {
    params: undefined
    query: { limit?: number; cursor?: string }
    body: undefined
    answer: {
      items: {
        id: string
        caseId: string
        place: string
        about: string | null
        title: string
        body: string
        createdAt: string
        notices: number
      }[]
      next: string | null
    }
  }
  'get /api/accidents': {
    params: undefined
    query: { limit?: number; cursor?: string; engineerId?: string }
    body: undefined
    answer: {
      items: {
        id: string
        state: string
        regionId: string | null
        engineerId: string
        supervisorId: string | null
        occurredAt: string
        recordedAt: string
        class: ('I' | 'II') | null
        description: string
        sourceCaseId: string | null
      }[]
      next: string | null
    }
  }
  'post /api/accidents': {
    params: undefined
    query: undefined
    body: {
      engineerId: string
      occurredAt: string
      grounds: {
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
      }[]
      description: string
      sourceCaseId?: string
      separate?: boolean
    }
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'get /api/accidents/bulletins': {
    params: undefined
    query: { limit?: number; cursor?: string }
    body: undefined
    answer: {
      items: { id: string; caseId: string; class: ('I' | 'II') | null; sentAt: string; title: string; body: string }[]
      next: string | null
    }
  }
  'get /api/accidents/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'post /api/accidents/{id}/grounds': {
    params: { id: string }
    query: undefined
    body: {
      ground:
        | {
            kind: 'complaint'
            level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
          }
        | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
        | { kind: 'lateReport' }
      source: string
      occurredAt: string
    }
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'post /api/accidents/{id}/dropped-grounds': {
    params: { id: string }
    query: undefined
    body: { groundId: string; reason: string }
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'post /api/accidents/{id}/time': {
    params: { id: string }
    query: undefined
    body: { occurredAt: string; reason: string }
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'post /api/accidents/{id}/late-bulletin': {
    params: { id: string }
    query: undefined
    body: { reason: string }
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'post /api/accidents/{id}/mobilisation': {
    params: { id: string }
    query: undefined
    body: { note: string; occurredAt?: string }
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'post /api/accidents/{id}/attempt': {
    params: { id: string }
    query: undefined
    body: { note: string; occurredAt?: string; solved: boolean }
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'post /api/accidents/{id}/fallback': {
    params: { id: string }
    query: undefined
    body: { note: string; occurredAt?: string }
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'post /api/accidents/{id}/resolution': {
    params: { id: string }
    query: undefined
    body: { note: string; occurredAt?: string }
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'post /api/accidents/{id}/reflection': {
    params: { id: string }
    query: undefined
    body: { text: string; occurredAt?: string }
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'post /api/accidents/{id}/review': {
    params: { id: string }
    query: undefined
    body: { note: string; occurredAt?: string }
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'post /api/accidents/{id}/bulletin': {
    params: { id: string }
    query: undefined
    body: { title: string; body: string }
    answer: {
      id: string
      state: string
      regionId: string | null
      engineerId: string
      supervisorId: string | null
      occurredAt: string
      recordedAt: string
      class: ('I' | 'II') | null
      description: string
      sourceCaseId: string | null
      grounds: {
        id: string
        ground:
          | {
              kind: 'complaint'
              level: 'companyGm' | 'viceGm' | 'centreGm' | 'centreDeputyGm' | 'salesManager' | 'salesBackOffice'
            }
          | { kind: 'stoppage'; manner: 'wrongOperation' | 'outOfProcedure' }
          | { kind: 'lateReport' }
        source: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        stands: boolean
        class: ('I' | 'II') | null
        clause: string | null
      }[]
      steps: { id: string; kind: string; occurredAt: string; byId: string | null; data: Record<string, unknown> }[]
      obligations: Schemas['Promise'][]
    }
  }
  'get /api/records': {
    params: undefined
    query: { limit?: number; cursor?: string; personId?: string }
    body: undefined
    answer: {
      items: {
        id: string
        personId: string
        kind: string
        occurredAt: string
        recordedAt: string
        byId: string | null
        data: Record<string, unknown>
        correctsId: string | null
        stands: boolean
      }[]
      next: string | null
    }
  }
  'post /api/records': {
    params: undefined
    query: undefined
    body: {
      personId: string
      occurredAt: string
      record:
        | { kind: 'examTaken'; exam: 'training' | 'skill'; passed: boolean }
        | { kind: 'documentsChecked'; month: string; complete: boolean }
        | { kind: 'contribution'; note: string }
        | { kind: 'trained'; minutes: number }
        | { kind: 'jointTraining'; regionId: string }
        | { kind: 'payGradeSet'; grade: 1 | 2 | 3 }
        | { kind: 'openingAccident'; class: 'I' | 'II' }
        | { kind: 'openingRating'; worst: 'excellent' | 'good' | 'fair' | 'poor' }
        | { kind: 'openingFairRow'; count: number }
        | { kind: 'openingExamFailed' }
        | { kind: 'openingCleanMonth'; month: string }
    }
    answer: { id: string }
  }
  'post /api/records/{id}/corrections': {
    params: { id: string }
    query: undefined
    body: {
      reason: string
      instead?: {
        occurredAt: string
        record:
          | { kind: 'examTaken'; exam: 'training' | 'skill'; passed: boolean }
          | { kind: 'documentsChecked'; month: string; complete: boolean }
          | { kind: 'contribution'; note: string }
          | { kind: 'trained'; minutes: number }
          | { kind: 'jointTraining'; regionId: string }
          | { kind: 'payGradeSet'; grade: 1 | 2 | 3 }
          | { kind: 'openingAccident'; class: 'I' | 'II' }
          | { kind: 'openingRating'; worst: 'excellent' | 'good' | 'fair' | 'poor' }
          | { kind: 'openingFairRow'; count: number }
          | { kind: 'openingExamFailed' }
          | { kind: 'openingCleanMonth'; month: string }
      }
    }
    answer: { id: string }
  }
  'get /api/records/pay-grade': {
    params: undefined
    query: { personId?: string; on: string }
    body: undefined
    answer: { recorded: (1 | 2 | 3) | null; reached: (1 | 2 | 3) | null }
  }
  'get /api/evaluations': {
    params: undefined
    query: {
      limit?: number
      cursor?: string
      programme?: string
      method?: 'regular' | 'irregular' | 'customer'
      personId?: string
      state?: 'open' | 'ended'
    }
    body: undefined
    answer: { items: Schemas['Evaluation'][]; next: string | null }
  }
  'post /api/evaluations': {
    params: undefined
    query: undefined
    body: {
      programme: string
      method: 'regular' | 'irregular' | 'customer'
      personId: string
      fromOn: string
      toOn: string
      occasion?: string
    }
    answer: { id: string }
  }
  'get /api/evaluations/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      programme: string
      programmeLabel: { zh: string; en: string }
      method: 'regular' | 'irregular' | 'customer'
      methodLabel: { zh: string; en: string }
      fromOn: string
      toOn: string
      personId: string
      personName: string
      assessorRole: string
      state: string
      clause: string
      dueKind: string
      dueAt: string | null
      verdict: string
      total: number | null
      grade: string | null
      gradeLabel: { zh: string; en: string } | null
      assessedAt: string | null
      assessorName: string | null
      occasion: string | null
      reason: string | null
      followUpNote: string | null
      gradeFollows: boolean
      grades: { id: string; label: { zh: string; en: string }; leadsTo: ('merit' | 'sanction') | null }[]
      criteria: {
        id: string
        clause: string
        label: { zh: string; en: string }
        side: ('performance' | 'attitude' | 'skill') | null
        weight: number
        suggested: number | null
        meetsTarget: boolean | null
        score: number | null
        remark: string | null
      }[]
      sides: Record<string, number>
      basis: {
        indicators: Record<string, number | null>
        complaints: number
        exams: { passed: number; failed: number }
        contributions: number
        points: number
        rewards: number
        penalties: number
        documents: { filled: number; expected: number }
        accidents: { classI: number; classII: number }
      }
      measures: {
        id: string
        clause: string
        label: { zh: string; en: string }
        side: 'merit' | 'sanction'
        money: boolean
      }[]
      proposed: { caseId: string; label: { zh: string; en: string }; approved: boolean | null }[]
    }
  }
  'get /api/evaluation-programmes': {
    params: undefined
    query: { personId: string }
    body: undefined
    answer: {
      items: {
        id: string
        label: { zh: string; en: string }
        clause: string
        months: number | null
        methods: { id: 'regular' | 'irregular' | 'customer'; label: { zh: string; en: string } }[]
        criteria: {
          method: 'regular' | 'irregular' | 'customer'
          id: string
          clause: string
          label: { zh: string; en: string }
        }[]
      }[]
    }
  }
  'post /api/evaluations/{id}/assessment': {
    params: { id: string }
    query: undefined
    body: { scores: Record<string, { score: number; remark?: string }>; grade?: string; reason?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/evaluations/{id}/cancellation': {
    params: { id: string }
    query: undefined
    body: { reason: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/evaluations/{id}/follow-up': {
    params: { id: string }
    query: undefined
    body: { measures?: { measure: string; amountFen?: number; reason: string }[]; note?: string }
    answer: { caseId: string; obligations: Schemas['Promise'][]; proposed: string[] }
  }
  'get /api/measures': {
    params: undefined
    query: { limit?: number; cursor?: string; personId?: string; waiting?: string }
    body: undefined
    answer: { items: Schemas['Measure'][]; next: string | null }
  }
  'post /api/measures': {
    params: undefined
    query: undefined
    body: {
      measure: string
      personId: string
      amountFen?: number
      reason: string
      aboutCaseId?: string
      evidenceIds?: string[]
      attachmentIds?: string[]
    }
    answer: { id: string }
  }
  'get /api/measures/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      measure: string
      label: { zh: string; en: string }
      clause: string
      side: 'merit' | 'sanction'
      state: string
      personId: string
      personName: string
      amountFen: number
      reason: string
      aboutCaseId: string | null
      proposedById: string
      proposerName: string | null
      proposedAt: string
      approved: boolean | null
      explanation: string | null
      decidedById: string | null
      decidedAt: string | null
      consequenceId: string | null
      lifted: boolean
      carriedOutAt: string | null
      carriedOutNote: string | null
      evidenceIds: string[]
      attachmentIds: string[]
      record: {
        rewards: number
        rewardFen: number
        penalties: number
        penaltyFen: number
        points: number
        measures: { measure: string; label: { zh: string; en: string }; at: string }[]
        evaluations: { programme: string; toOn: string; grade: string; total: number }[]
      }
    }
  }
  'get /api/measure-kinds': {
    params: undefined
    query: undefined
    body: undefined
    answer: {
      items: {
        id: string
        programme: string
        clause: string
        label: { zh: string; en: string }
        side: 'merit' | 'sanction'
        rung: number | null
        money: boolean
        by: string
      }[]
    }
  }
  'get /api/people/{id}/merits': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      rewards: number
      rewardFen: number
      penalties: number
      penaltyFen: number
      points: number
      measures: { measure: string; label: { zh: string; en: string }; at: string }[]
      evaluations: { programme: string; toOn: string; grade: string; total: number }[]
    }
  }
  'post /api/measures/{id}/decision': {
    params: { id: string }
    query: undefined
    body: { approved: boolean; explanation: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/measures/{id}/carrying-out': {
    params: { id: string }
    query: undefined
    body: { note: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/conduct-items': {
    params: undefined
    query: undefined
    body: undefined
    answer: {
      items: {
        id:
          | 'late'
          | 'seriouslyLate'
          | 'unrelatedActivity'
          | 'property'
          | 'waste'
          | 'visitors'
          | 'unfriendly'
          | 'untidy'
          | 'games'
          | 'smoking'
        clause: string
        label: { zh: string; en: string }
        points: number
      }[]
    }
  }
  'get /api/conduct-points/totals': {
    params: undefined
    query: { month?: string; personId?: string }
    body: undefined
    answer: {
      month: string
      items: {
        personId: string
        personName: string
        month: number
        events: number
        running: number
        score: number | null
        reached: boolean
        stated: boolean
        byClause: Record<string, number>
      }[]
    }
  }
  'post /api/conduct-points': {
    params: undefined
    query: undefined
    body: {
      personId: string
      item:
        | 'late'
        | 'seriouslyLate'
        | 'unrelatedActivity'
        | 'property'
        | 'waste'
        | 'visitors'
        | 'unfriendly'
        | 'untidy'
        | 'games'
        | 'smoking'
      occurredAt: string
      minutes?: number
      note: string
      attachmentIds?: string[]
    }
    answer: { id: string }
  }
  'post /api/conduct-points/{id}/reversal': {
    params: { id: string }
    query: undefined
    body: { reason: string }
    answer: { id: string }
  }
  'post /api/attendance-records': {
    params: undefined
    query: undefined
    body: { personId: string; kind: 'absent' | 'late'; occurredAt: string; minutes?: number; note: string }
    answer: { id: string }
  }
  'post /api/attendance-records/{id}/reversal': {
    params: { id: string }
    query: undefined
    body: { reason: string }
    answer: { id: string }
  }
  'post /api/contract-reports': {
    params: undefined
    query: undefined
    body: { personId: string; trip: string; stamped: boolean; occurredAt: string; note?: string }
    answer: { id: string }
  }
  'get /api/recommendations': {
    params: undefined
    query: { limit?: number; cursor?: string; personId?: string; waiting?: string }
    body: undefined
    answer: {
      items: {
        id: string
        state: string
        personId: string
        action: 'downgrade' | 'dismissal' | 'raise'
        grounded: boolean
        decision: ('approved' | 'declined' | 'upheld' | 'revoked') | null
        recordedAt: string
        consequenceId: string
        clause: string
        title: { zh: string; en: string }
        basis: { zh: string; en: string }
        because: { zh: string; en: string }
        target?: number | null
        evidenceIds: string[]
      }[]
      next: string | null
    }
  }
  'get /api/recommendations/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      state: string
      personId: string
      action: 'downgrade' | 'dismissal' | 'raise'
      grounded: boolean
      decision: ('approved' | 'declined' | 'upheld' | 'revoked') | null
      recordedAt: string
      consequenceId: string
      clause: string
      title: { zh: string; en: string }
      basis: { zh: string; en: string }
      because: { zh: string; en: string }
      target?: number | null
      evidenceIds: string[]
    }
  }
  'post /api/recommendations/{id}/decision': {
    params: { id: string }
    query: undefined
    body: { approved: boolean; note: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/pay/statement': {
    params: undefined
    query: { month: string; personId?: string }
    body: undefined
    answer: {
      personId: string
      month: string
      lines: {
        kind: 'base' | 'bonus' | 'travel' | 'phone'
        clause: string
        because: { zh: string; en: string }
        amountFen: number | null
        of?: string
      }[]
      totalFen: number
    }
  }
  'get /api/pay/bonuses': {
    params: undefined
    query: { limit?: number; cursor?: string }
    body: undefined
    answer: {
      items: {
        id: string
        half: string
        state: string
        proposedAt: string | null
        proposedById: string | null
        approvedAt: string | null
      }[]
      next: string | null
    }
  }
  'get /api/pay/bonuses/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      id: string
      half: string
      state: string
      proposedAt: string | null
      proposedById: string | null
      approvedAt: string | null
      lines: (
        | {
            kind: 'ranked'
            personId: string
            regionId: string | null
            months: number
            scoreFen: number
            rank: number
            of: number
            tier: 1 | 2 | 3
            coefficient: number
            baseFen: number
            amountFen: number
          }
        | { kind: 'helper'; personId: string; regionId: string; amountFen: number; note: string }
      )[]
      changes: {
        id: string
        personId: string
        before: {
          kind: 'ranked'
          personId: string
          regionId: string | null
          months: number
          scoreFen: number
          rank: number
          of: number
          tier: 1 | 2 | 3
          coefficient: number
          baseFen: number
          amountFen: number
        } | null
        after: {
          kind: 'ranked'
          personId: string
          regionId: string | null
          months: number
          scoreFen: number
          rank: number
          of: number
          tier: 1 | 2 | 3
          coefficient: number
          baseFen: number
          amountFen: number
        } | null
        amountFen: number
        recordedAt: string
        because: { zh: string; en: string }
      }[]
      blanks: string[]
      moved: number
      sheetsOpen: string[]
      helpers: { personId: string; regionId: string; tasks: number }[]
    }
  }
  'post /api/pay/bonuses/{id}/proposal': {
    params: { id: string }
    query: undefined
    body: { helpers?: { personId: string; regionId: string; amountFen: number; note: string }[] }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/pay/bonuses/{id}/decision': {
    params: { id: string }
    query: undefined
    body: { approved: boolean; note: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/pay/rates': {
    params: undefined
    query: { limit?: number; cursor?: string }
    body: undefined
    answer: {
      items: {
        caseId: string
        regionId: string
        perDayFen: number
        fromOn: string
        toOn: string | null
        reason: string
        proposedById: string
        proposedAt: string
        outcome: ('approved' | 'declined') | null
        note: string | null
        decidedAt: string | null
      }[]
      next: string | null
    }
  }
  'post /api/pay/rates': {
    params: undefined
    query: undefined
    body: { regionId: string; perDayFen: number; fromOn: string; toOn?: string | null; reason: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/pay/rates/{id}/decision': {
    params: { id: string }
    query: undefined
    body: { approved: boolean; note: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/fund/accounts': {
    params: undefined
    query: { personId?: string }
    body: undefined
    answer: {
      items: {
        personId: string
        code: string
        name: string
        claimFen: number
        movedFen: number
        owesFen: number
        isOwedFen: number
      }[]
    }
  }
  'get /api/fund/movements': {
    params: undefined
    query: { limit?: number; cursor?: string; personId?: string }
    body: undefined
    answer: {
      items: {
        id: string
        personId: string
        kind: 'payment' | 'payout' | 'takenBack'
        label: { zh: string; en: string }
        amountFen: number
        aboutId: string | null
        occurredAt: string
        recordedAt: string
        byId: string
        note: string
      }[]
      next: string | null
    }
  }
  'post /api/fund/movements': {
    params: undefined
    query: undefined
    body: { personId: string; kind: 'payment' | 'payout'; amountFen: number; occurredAt: string; note: string }
    answer: { id: string }
  }
  'post /api/fund/movements/{id}/taking-back': {
    params: { id: string }
    query: undefined
    body: { note: string }
    answer: { id: string }
  }
  'post /api/fund/reminders': {
    params: undefined
    query: undefined
    body: { personId: string }
    answer: { owesFen: number }
  }
  'get /api/statements': {
    params: undefined
    query: { limit?: number; cursor?: string; open?: string }
    body: undefined
    answer: {
      items: {
        caseId: string
        consequenceId: string
        personId: string
        readerId: string | null
        state: string
        clause: string
        requiredAt: string
        submittedAt: string | null
        acceptedAt: string | null
        note: string | null
      }[]
      next: string | null
    }
  }
  'get /api/statements/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: {
      caseId: string
      consequenceId: string
      personId: string
      readerId: string | null
      state: string
      clause: string
      requiredAt: string
      submittedAt: string | null
      acceptedAt: string | null
      note: string | null
      text: string | null
      attachmentIds: string[]
    }
  }
  'post /api/statements/{id}/submission': {
    params: { id: string }
    query: undefined
    body: { text: string; attachmentIds?: string[] }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'post /api/statements/{id}/reading': {
    params: { id: string }
    query: undefined
    body: { accepted: boolean; note: string }
    answer: { caseId: string; obligations: Schemas['Promise'][] }
  }
  'get /api/windows': {
    params: undefined
    query: { limit?: number; cursor?: string; personId?: string }
    body: undefined
    answer: {
      items: {
        personId: string
        windows: {
          window: string
          label: { zh: string; en: string }
          clause: string
          policy: string
          policyVersion: number
          kind: 'count' | 'clean'
          reading: Record<string, number | string | null> | null
          action: ('downgrade' | 'dismissal' | 'raise') | null
          counting: { id: string; at: string }[]
          row: string[]
          missing: number
          untilAt: string | null
          earliestOn: string | null
          times: number
        }[]
      }[]
      next: string | null
    }
  }
  'get /api/watched': {
    params: undefined
    query: { limit?: number; cursor?: string; about?: 'person' | 'region' | 'job' | 'repair'; personId?: string }
    body: undefined
    answer: {
      items: {
        subjectId: string
        subject: string
        window: 'watch.leave' | 'watch.training' | 'watch.joint' | 'watch.repair' | 'watch.order'
        label: { zh: string; en: string }
        clause: string
        policy: string
        policyVersion: number
        reading: Record<string, string>
        unit: 'days' | 'hours' | 'count' | 'percent'
        have: number | null
        limit: number | null
        state: 'met' | 'lacking' | 'missed' | 'exceeded' | 'blank'
        fromAt: string
        untilAt: string | null
        share: { failed: number; of: number; repairIds: string[]; failedIds: string[] } | null
      }[]
      next: string | null
    }
  }
  'get /api/exports/obligations': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/done': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/copies': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/call-board': {
    params: undefined
    query: { lane?: 'missed' | 'waiting' | 'overdue' }
    body: undefined
    answer: Blob
  }
  'get /api/exports/calls': {
    params: undefined
    query: { state?: 'open' | 'ended' | 'withdrawn' }
    body: undefined
    answer: Blob
  }
  'get /api/exports/incidents': {
    params: undefined
    query: { state?: 'open' | 'ended' | 'withdrawn' }
    body: undefined
    answer: Blob
  }
  'get /api/exports/service-tasks': {
    params: undefined
    query: { state?: 'open' | 'ended' | 'withdrawn'; engineerId?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/service-ledger': {
    params: undefined
    query: {
      state?: 'registered' | 'waiting'
      engineerId?: string
      customerId?: string
      fromOn?: string
      untilOn?: string
      q?: string
    }
    body: undefined
    answer: Blob
  }
  'get /api/exports/staff-changes': {
    params: undefined
    query: { state?: 'open' | 'ended' | 'withdrawn'; projectId?: string; mine?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/ledger': {
    params: undefined
    query: { personId?: string; caseId?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/appeals': { params: undefined; query: { open?: string }; body: undefined; answer: Blob }
  'get /api/exports/penalties': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/accidents': { params: undefined; query: { engineerId?: string }; body: undefined; answer: Blob }
  'get /api/exports/recommendations': {
    params: undefined
    query: { personId?: string; waiting?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/records': { params: undefined; query: { personId?: string }; body: undefined; answer: Blob }
  'get /api/exports/reports': {
    params: undefined
    query: {
      form?:
        | 'engineerWeekly'
        | 'supervisorWeekly'
        | 'departmentWeekly'
        | 'monthlyReport'
        | 'workDaily'
        | 'siteDaily'
        | 'residentRegular'
        | 'progressRegular'
        | 'serviceStatistics'
        | 'projectMonthly'
        | 'projectQuarterly'
        | 'projectYearly'
        | 'centreUpward'
        | 'serviceUpward'
        | 'supportUpward'
        | 'headUpward'
        | 'faultSummary'
        | 'regionalData'
        | 'provinceData'
        | 'specifications'
        | 'formality'
        | 'afterService'
        | 'mistake'
      period?: string
      authorId?: string
      waiting?: 'owed' | 'late'
    }
    body: undefined
    answer: Blob
  }
  'get /api/exports/evaluations': {
    params: undefined
    query: {
      programme?: string
      method?: 'regular' | 'irregular' | 'customer'
      personId?: string
      state?: 'open' | 'ended'
    }
    body: undefined
    answer: Blob
  }
  'get /api/exports/measures': {
    params: undefined
    query: { personId?: string; waiting?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/drafts': {
    params: undefined
    query: { rulebookId?: string; open?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/assessments': {
    params: undefined
    query: { scope?: 'staff' | 'supervisor' | 'final' }
    body: undefined
    answer: Blob
  }
  'get /api/exports/fund-movements': { params: undefined; query: { personId?: string }; body: undefined; answer: Blob }
  'get /api/exports/pay-rates': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/statements': { params: undefined; query: { open?: string }; body: undefined; answer: Blob }
  'get /api/exports/pay-bonuses': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/pay-bonus-lines/{id}': { params: { id: string }; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/pay-bonus-changes/{id}': { params: { id: string }; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/pay-statement': {
    params: undefined
    query: { month: string; personId?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/fund-accounts': { params: undefined; query: { personId?: string }; body: undefined; answer: Blob }
  'get /api/exports/conduct-points': {
    params: undefined
    query: { month?: string; personId?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/windows': { params: undefined; query: { personId?: string }; body: undefined; answer: Blob }
  'get /api/exports/watched': {
    params: undefined
    query: { about?: 'person' | 'region' | 'job' | 'repair'; personId?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/figures-calls': { params: undefined; query: { months?: number }; body: undefined; answer: Blob }
  'get /api/exports/figures-timeliness': {
    params: undefined
    query: { months?: number }
    body: undefined
    answer: Blob
  }
  'get /api/exports/figures-open': { params: undefined; query: { months?: number }; body: undefined; answer: Blob }
  'get /api/exports/figures-money': { params: undefined; query: { months?: number }; body: undefined; answer: Blob }
  'get /api/exports/people': {
    params: undefined
    query: { active?: string; role?: Role; q?: string; regionId?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/customers': {
    params: undefined
    query: { active?: string; q?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/equipment': {
    params: undefined
    query: { id?: string; customerId?: string; active?: string; q?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/repairs': {
    params: undefined
    query: {
      equipmentId?: string
      customerId?: string
      engineerId?: string
      fromOn?: string
      untilOn?: string
      state?: 'unset' | 'running' | 'ended'
      failed?: string
      q?: string
    }
    body: undefined
    answer: Blob
  }
  'get /api/exports/absences': {
    params: undefined
    query: { personId?: string; fromAt?: string; toAt?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/substitutions': { params: undefined; query: { since?: string }; body: undefined; answer: Blob }
  'get /api/exports/duty': {
    params: undefined
    query: { lineId?: string; fromAt?: string; toAt?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/outages': {
    params: undefined
    query: { lineId?: string; fromAt?: string; toAt?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/audit': {
    params: undefined
    query: { noun?: string; subjectId?: string; personId?: string; action?: string; fromAt?: string; toAt?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/policy-bindings': {
    params: undefined
    query: { policy?: string; scope?: 'company' | 'customer' | 'project' | 'person'; scopeId?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/telephony-sources': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/resident-posts': {
    params: undefined
    query: { projectId?: string; current?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/regions': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/lines': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/channels': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/organisation': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/calendar-versions/{name}/{year}': {
    params: { name: string; year: number }
    query: undefined
    body: undefined
    answer: Blob
  }
  'get /api/exports/calendar-days/{name}/{year}': {
    params: { name: string; year: number }
    query: undefined
    body: undefined
    answer: Blob
  }
  'get /api/exports/sample-accounts': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/rulebooks': {
    params: undefined
    query: { waiting?: string; readers?: string }
    body: undefined
    answer: Blob
  }
  'get /api/exports/rulebook-parameters/{id}/{version}': {
    params: { id: string; version: number }
    query: undefined
    body: undefined
    answer: Blob
  }
  'get /api/exports/rulebook-clauses/{id}': { params: { id: string }; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/clause-firings/{id}': { params: { id: string }; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/rulebook-readers/{id}/{version}': {
    params: { id: string; version: number }
    query: undefined
    body: undefined
    answer: Blob
  }
  'get /api/exports/blanks': { params: undefined; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/rulebook-versions/{id}': { params: { id: string }; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/draft-changes/{id}': { params: { id: string }; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/backtest-people/{id}': { params: { id: string }; query: undefined; body: undefined; answer: Blob }
  'get /api/exports/backtest-differences/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: Blob
  }
  'get /api/exports/evaluation-criteria/{id}': {
    params: { id: string }
    query: undefined
    body: undefined
    answer: Blob
  }
  'get /api/exports/assessment-lines/{id}': { params: { id: string }; query: undefined; body: undefined; answer: Blob }
}
