import { issueCode } from '@/server/people/issue-code'

export const POST = issueCode
