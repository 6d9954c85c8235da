# What the app knows of people, and what its authorization server gave them.
module Site
  HELD = Hash.new { |all, kind| all[kind] = Set.new }

  module_function

  def guard
    ENV.fetch('GUARD', 'session')
  end

  def server?
    %w[oauth bare].include?(guard)
  end

  def make(kind)
    SecureRandom.hex(16).tap { |made| HELD[kind].add(made) }
  end

  def of_people?(authorization)
    HELD[:token].include?(authorization.to_s.delete_prefix('Bearer '))
  end

  # The answer of the token endpoint for people: it checks the grant first, and knows no machines.
  def people_token(form)
    kind = { 'authorization_code' => :code, 'refresh_token' => :refresh }[form['grant_type']]
    return [400, { error: 'unsupported_grant_type' }] unless kind
    return [400, { error: 'invalid_grant' }] unless HELD[kind].delete?(form['code'] || form['refresh_token'])

    [200, { access_token: make(:token), token_type: 'Bearer', expires_in: 600, refresh_token: make(:refresh) }]
  end
end
