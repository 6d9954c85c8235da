# Machine clients and their tokens, in one file below storage/, which suits one server: for several put `change` on your database.
# A first client: bin/rails runner 'MachineClients.tell(*ARGV)' NAME [SCOPE…]
module MachineClients
  # What a client may be given at all.
  KNOWN_SCOPES = '{{SCOPES}}'.split.freeze
  # Seconds for which a token works; a program then asks for the next one (RFC 6749 section 4.4.3).
  LIFETIME = 3600

  module_function

  # Makes a client. Its secret is told once and cannot be read again.
  def create(name, scopes = [])
    id = "machine-#{SecureRandom.hex(9)}"
    secret = SecureRandom.hex(32)
    scopes = KNOWN_SCOPES if scopes.empty?
    change { |data| data['clients'][id] = { 'name' => name, 'secret' => sha(secret), 'scopes' => scopes } }
    [id, secret]
  end

  # The scopes of a client, or nil. Unknown ids are compared too, so that the time of an answer does not tell which exist.
  def scopes_of(id, secret)
    client = change { |data| data['clients'][id] }
    matches = ActiveSupport::SecurityUtils.secure_compare(client ? client['secret'] : sha(''), sha(secret))
    client['scopes'] if client && matches
  end

  def issue(id, scopes)
    token = SecureRandom.hex(32)
    change do |data|
      data['tokens'].select! { |_, one| one['expires'] > Time.now.to_i }
      data['tokens'][sha(token)] = { 'client' => id, 'scopes' => scopes, 'expires' => Time.now.to_i + LIFETIME }
    end
    token
  end

  # Who holds the token of an Authorization field, or nil: no Bearer token, unknown, or expired.
  def caller_of(authorization)
    sent = authorization.to_s[%r{\Abearer +([\w.~+/-]+=*)\z}i, 1]
    token = sent && change { |data| data['tokens'][sha(sent)] }
    token if token && token['expires'] > Time.now.to_i
  end

  def tell(name = 'unnamed', *scopes)
    id, secret = create(name, scopes)
    puts "CLIENT_ID=#{id}", "CLIENT_SECRET=#{secret}", "TOKEN=#{issue(id, scopes_of(id, secret))}"
  end

  def sha(text)
    Digest::SHA256.hexdigest(text.to_s)
  end

  # Reads the file under a lock, and writes what the block made of it.
  def change
    place = Rails.root.join('storage/machine-clients.json')
    FileUtils.mkdir_p(place.dirname)
    File.open(place, File::RDWR | File::CREAT, 0o600) do |file|
      file.flock(File::LOCK_EX)
      before = file.read
      data = before.empty? ? { 'clients' => {}, 'tokens' => {} } : JSON.parse(before)
      result = yield data
      after = JSON.generate(data)
      unless after == before
        file.rewind
        file.write(after)
        file.truncate(file.pos)
      end
      result
    end
  end
end
