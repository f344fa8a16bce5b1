import { endAssignment } from '@/server/assignments/end-assignment'

export const POST = endAssignment
