import { extendMembers } from '@/server/assignments/extend-members'

export const POST = extendMembers
