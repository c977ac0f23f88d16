type Post = (path: string, body: unknown) => Promise<{ id: string; proposed?: string[] }>

/** An evaluation with what follows from it, for pictures; the pages of it, as who made it sees them. */
export async function evaluated(director: Post, engineerId: string): Promise<Record<string, string>> {
  const about = { programme: 'S3', method: 'regular', personId: engineerId, fromOn: '2026-07-01', toOn: '2026-09-30' }
  const { id } = await director('/api/evaluations', about)
  const scores = { tasks: 85, quality: 80, teamwork: 90, learning: 95, attitude: 90 }
  const scored = Object.entries(scores).map(([name, score]) => [name, { score, remark: '按现场记录' }])
  const given = { scores: Object.fromEntries(scored), grade: 'outstanding', reason: '带教两名新人，抢修到位' }
  await director(`/api/evaluations/${id}/assessment`, given)
  const measures = [{ measure: 'S3.commendation', reason: '季度表现突出' }]
  const { proposed } = await director(`/api/evaluations/${id}/follow-up`, { measures })
  return {
    evaluations: '/evaluations',
    'open-an-evaluation': '/evaluations/new',
    'case-evaluation': `/cases/${id}`,
    measures: '/measures',
    'case-measure': `/cases/${proposed![0]}`,
    conduct: '/conduct',
    'record-conduct': '/conduct/new',
  }
}
